package dev.hallm.bot.cluster.kube;

import dev.hallm.bot.cluster.TenantServices;
import dev.hallm.bot.cluster.TenantServices.Service;
import dev.hallm.bot.cluster.TenantServices.Way;
import dev.hallm.bot.cluster.kube.KubeTenantChecks.Seen;
import dev.hallm.bot.tenant.TenantName;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a service answers, asked past its ingress. */
@Component
class ServiceCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TenantServices services;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    ServiceCheck(TenantServices services) {
        this.services = services;
    }

    Seen of(TenantName tenant, Service service, String path) {
        Optional<Way> way = services.open(tenant, service);
        return way.isEmpty() ? Seen.failed("no pod of it is ready") : ask(way.get(), path);
    }

    private Seen ask(Way way, String path) {
        try (way) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(way.address() + path))
                    .timeout(PATIENCE)
                    .build();
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            return status == HttpURLConnection.HTTP_OK
                    ? Seen.ok("answers")
                    : Seen.failed("answers " + status + " to " + path);
        } catch (IOException e) {
            return Seen.failed("does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Seen.failed("was not asked, for the bot is being stopped");
        }
    }
}
