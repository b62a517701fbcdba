package dev.hallm.bot.cluster.helm;

import com.marcnuri.helm.Release;
import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.PlatformSettings;
import dev.hallm.bot.cluster.kube.HelmReleases;
import dev.hallm.bot.cluster.kube.HelmReleases.Revision;
import dev.hallm.bot.cluster.kube.KubeAccess;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings a release to the wanted values whatever the last call left: pending revisions are deleted, then it is
 * installed or upgraded. Helm's errors are text only, so a failure is tried once more after the API has been asked
 * whether it answers: away is told by the API, and what fails twice needs a person.
 */
@Component
class HelmInstallation {
    private static final Logger LOG = LoggerFactory.getLogger(HelmInstallation.class);
    private static final Set<String> GOING = Set.of("uninstalling", "uninstalled");
    private static final int KEPT_REVISIONS = 5;

    private final PlatformSettings settings;
    private final HelmReleases releases;
    private final Chart chart;
    private final HelmCalls calls;

    HelmInstallation(PlatformSettings settings, HelmReleases releases, KubeAccess access) {
        this.settings = settings;
        this.releases = releases;
        this.chart = Chart.parse(settings.chart());
        this.calls = new HelmCalls(access, chart);
    }

    ClusterAnswer run(TenantName tenant, StackSize size, boolean ingress) {
        if (chart.isMissing()) {
            return new ClusterAnswer.Refused("there is no chart at " + settings.chart(), HelmWords.MISSING);
        }
        List<Revision> before = releases.revisions(tenant);
        if (before.stream().map(Revision::status).anyMatch(GOING::contains)) {
            return new ClusterAnswer.Refused("its release " + tenant.release()
                    + " was being uninstalled; finish that with helm uninstall, then retry");
        }
        try (ValuesFile values = ValuesFile.of(HelmValues.of(settings, tenant, size, ingress))) {
            return attempts(tenant, before, values.path());
        }
    }

    /** A killed uninstallation leaves the release {@code uninstalling}; uninstalling again ends it. */
    ClusterAnswer remove(TenantName tenant) {
        List<Revision> before = releases.revisions(tenant);
        if (before.isEmpty()) {
            return new ClusterAnswer.Done("no release", "no release");
        }
        HelmLibrary.load();
        try {
            calls.uninstall(tenant);
        } catch (IllegalStateException e) {
            return new ClusterAnswer.Refused("Helm could not uninstall it: " + HelmWords.of(e));
        }
        return releases.revisions(tenant).isEmpty()
                ? new ClusterAnswer.Done(words(tenant, before), "no release")
                : new ClusterAnswer.NotYet("Helm has not uninstalled it yet");
    }

    private static String words(TenantName tenant, List<Revision> revisions) {
        return revisions.isEmpty()
                ? "no release"
                : words(
                        tenant,
                        "" + revisions.getLast().number(),
                        revisions.getLast().status());
    }

    private static String words(TenantName tenant, String revision, String status) {
        return "release " + tenant.release() + ", revision " + revision + " (" + status + ")";
    }

    private ClusterAnswer attempts(TenantName tenant, List<Revision> before, Path values) {
        Attempt attempt = attempt(tenant, before, values);
        if (attempt instanceof Attempt.Failed(String why)) {
            LOG.info("Helm failed for {} and is tried once more: {}", tenant, why);
            attempt = attempt(tenant, releases.revisions(tenant), values);
        }
        releases.prune(tenant, before, KEPT_REVISIONS - 1);
        return switch (attempt) {
            case Attempt.Made(Release made) ->
                new ClusterAnswer.Done(words(tenant, before), words(tenant, made.getRevision(), made.getStatus()));
            case Attempt.Failed(String why) ->
                new ClusterAnswer.Refused("Helm could not install it: " + why, HelmWords.BROKEN);
        };
    }

    /** What came of one call of Helm. */
    private sealed interface Attempt {
        record Made(Release release) implements Attempt {}

        record Failed(String why) implements Attempt {}
    }

    private Attempt attempt(TenantName tenant, List<Revision> revisions, Path values) {
        HelmLibrary.load();
        boolean first = releases.withoutPending(tenant, revisions).isEmpty();
        try {
            Release release = first ? calls.install(tenant, values) : calls.upgrade(tenant, values);
            return release == null ? new Attempt.Failed("its library failed inside") : new Attempt.Made(release);
        } catch (IllegalStateException e) {
            return new Attempt.Failed(HelmWords.of(e));
        }
    }
}
