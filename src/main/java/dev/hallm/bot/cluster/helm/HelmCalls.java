package dev.hallm.bot.cluster.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.InstallCommand;
import com.marcnuri.helm.Release;
import com.marcnuri.helm.UninstallCommand;
import com.marcnuri.helm.UpgradeCommand;
import dev.hallm.bot.cluster.kube.KubeAccess;
import dev.hallm.bot.tenant.TenantName;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The calls of Helm's library that the bot makes. They return at once, without waiting for readiness; the server's
 * OpenAPI document is not fetched, for it validates anyway and the fetch would take most of the call. A null result
 * means that the library failed inside.
 */
final class HelmCalls {
    private final KubeAccess access;
    private final Chart chart;

    HelmCalls(KubeAccess access, Chart chart) {
        this.access = access;
        this.chart = chart;
    }

    @Nullable
    Release install(TenantName tenant, Path values) {
        InstallCommand command = Helm.install(chart.reference())
                .withName(tenant.release())
                .withNamespace(tenant.namespace())
                .withValuesFile(values)
                .disableOpenApiValidation();
        if (!chart.version().isEmpty()) {
            command.withVersion(chart.version());
        }
        reach(command::withKubeConfigContents, command::withKubeConfig);
        return command.call();
    }

    @Nullable
    Release upgrade(TenantName tenant, Path values) {
        UpgradeCommand command = Helm.upgrade(chart.reference())
                .withName(tenant.release())
                .withNamespace(tenant.namespace())
                .withValuesFile(values)
                .resetValues()
                .disableOpenApiValidation();
        if (!chart.version().isEmpty()) {
            command.withVersion(chart.version());
        }
        reach(command::withKubeConfigContents, command::withKubeConfig);
        return command.call();
    }

    void uninstall(TenantName tenant) {
        UninstallCommand command = Helm.uninstall(tenant.release())
                .withNamespace(tenant.namespace())
                .ignoreNotFound();
        reach(command::withKubeConfigContents, command::withKubeConfig);
        command.call();
    }

    /** Each command has these two of its own. */
    private void reach(Consumer<String> byContents, Consumer<Path> byFile) {
        switch (access) {
            case KubeAccess.Contents(String kubeconfig) -> byContents.accept(kubeconfig);
            case KubeAccess.InCluster(String kubeconfig) -> byContents.accept(kubeconfig);
            case KubeAccess.File(Path file) -> byFile.accept(file);
            case KubeAccess.Merged _ -> {
                // Helm finds it as kubectl does
            }
        }
    }
}
