package dev.hallm.bot.cluster.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import dev.hallm.bot.cluster.ClusterCapacity;
import dev.hallm.bot.cluster.PlatformSettings;
import dev.hallm.bot.cluster.StackPreview;
import dev.hallm.bot.tenant.Quota;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Renders the chart as an install with open ingresses would, with the objects that the bot applies beside it. */
@Component
class RenderedPreview implements StackPreview {
    private static final Logger LOG = LoggerFactory.getLogger(RenderedPreview.class);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final PlatformSettings settings;
    private final ClusterCapacity capacity;
    private final HelmThreads threads;
    private final Chart chart;

    RenderedPreview(PlatformSettings settings, ClusterCapacity capacity, HelmThreads threads) {
        this.settings = settings;
        this.capacity = capacity;
        this.threads = threads;
        this.chart = Chart.parse(settings.chart());
    }

    @Override
    public Preview of(TenantName tenant, StackSize size) {
        if (chart.isMissing()) {
            return new Preview.Unknown("there is no chart at " + settings.chart());
        }
        var answer = new CompletableFuture<Preview>();
        try {
            threads.execute(() -> answer.complete(render(tenant, size)));
            return answer.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            return new Preview.Unknown("the bot is being stopped");
        } catch (TimeoutException e) {
            return new Preview.Unknown("Helm has been at work on it for " + LONGEST.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new IllegalStateException("the preview failed inside the bot", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Preview.Unknown("the bot is being stopped");
        }
    }

    private Preview render(TenantName tenant, StackSize size) {
        HelmLibrary.load();
        try (ValuesFile values = ValuesFile.of(HelmValues.withPlatformObjects(settings, tenant, size))) {
            TemplateCommand command = Helm.template(chart.reference())
                    .withName(tenant.release())
                    .withNamespace(tenant.namespace())
                    .withValuesFile(values.path());
            if (!chart.version().isEmpty()) {
                command.withVersion(chart.version());
            }
            return objects(tenant, Quota.of(size, capacity.gpuResources()), command.call());
        } catch (IllegalStateException e) {
            return new Preview.Unknown("Helm could not render the chart: " + HelmWords.of(e));
        } catch (RuntimeException e) {
            LOG.warn("the chart could not be previewed for {}", tenant, e);
            return new Preview.Unknown("the chart's objects could not be read");
        }
    }

    private static Preview objects(TenantName tenant, Quota quota, String rendered) {
        var objects = new ArrayList<Planned>(List.of(new Planned("Namespace", tenant.namespace(), "")));
        objects.addAll(PlannedObjects.in(rendered, quota));
        return new Preview.Objects(objects);
    }
}
