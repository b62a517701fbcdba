package dev.hallm.bot.cluster.homeassistant;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.ClusterAnswer.NotYet;
import dev.hallm.bot.cluster.TenantCluster.FirstLogin;
import dev.hallm.bot.cluster.TenantServices;
import dev.hallm.bot.cluster.TenantServices.Service;
import dev.hallm.bot.cluster.TenantServices.Way;
import dev.hallm.bot.tenant.TenantName;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the first account of a tenant's Home Assistant before anybody else can. The login is kept before the first call,
 * so that a repeat after a crash opens the door with it; a door that it does not open belongs to a stranger.
 */
@Component
public class FirstVisit {
    private static final Logger LOG = LoggerFactory.getLogger(FirstVisit.class);
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final TenantServices services;
    private final FirstLoginStore store;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    FirstVisit(TenantServices services, FirstLoginStore store) {
        this.services = services;
        this.store = store;
    }

    /** Done once Home Assistant has an owner whose password is kept, and asks nothing of its next visitor. */
    public ClusterAnswer secure(TenantName tenant) {
        FirstLogin login = store.ensure(tenant);
        Optional<Way> way = services.open(tenant, Service.HOME_ASSISTANT);
        return way.isEmpty() ? Door.starting() : secure(tenant, login, way.get());
    }

    private ClusterAnswer secure(TenantName tenant, FirstLogin login, Way way) {
        try (way) {
            return new Door(new HomeAssistantApi(http, way.address()), login).close();
        } catch (IOException e) {
            LOG.debug("Home Assistant of {} does not answer yet", tenant, e);
            return Door.starting();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new NotYet("the bot is being stopped");
        }
    }
}
