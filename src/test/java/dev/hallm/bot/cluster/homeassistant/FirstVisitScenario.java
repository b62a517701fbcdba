package dev.hallm.bot.cluster.homeassistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.ClusterAnswer.Done;
import dev.hallm.bot.cluster.ClusterAnswer.NotYet;
import dev.hallm.bot.cluster.ClusterAnswer.Refused;
import dev.hallm.bot.cluster.TenantCluster.FirstLogin;
import dev.hallm.bot.cluster.TenantServices;
import dev.hallm.bot.tenant.TenantName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a fresh Home Assistant; the same on the fake and on a real one. */
abstract class FirstVisitScenario {
    static final TenantName ADA = new TenantName("ada");
    private static final FirstLogin STRANGER = new FirstLogin("mallory", "i was here first");

    final FirstLoginStore store = new KeptInMemory();
    private HomeAssistantUnderTest home;

    abstract HomeAssistantUnderTest start();

    @BeforeEach
    void begin() {
        home = start();
    }

    @AfterEach
    void end() {
        if (home != null) {
            home.close();
        }
    }

    HomeAssistantApi api() {
        return new HomeAssistantApi(HttpClient.newHttpClient(), home.address());
    }

    FirstVisit visit() {
        return new FirstVisit((tenant, service) -> Optional.of(new ThereAlready(home.address())), store);
    }

    private record ThereAlready(URI address) implements TenantServices.Way {
        @Override
        public void close() {}
    }

    ClusterAnswer secured() {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> visit().secure(ADA), answer -> !(answer instanceof NotYet));
    }

    private void assertSecured() throws IOException, InterruptedException {
        assertThat(api().openSteps()).contains(Set.of());
        assertThat(api().logIn(store.ensure(ADA))).isPresent();
        assertThat(api().logIn(new FirstLogin("ada", "a guess"))).isEmpty();
        assertThat(api().createOwner(STRANGER)).isInstanceOf(HomeAssistantApi.Created.AlreadyThere.class);
    }

    @Test
    void leavesNothingForTheNextVisitor() throws Exception {
        assertThat(secured()).isEqualTo(new Done());

        assertSecured();
    }

    @Test
    void changesNothingAtARepeat() throws Exception {
        secured();

        assertThat(secured()).isEqualTo(new Done());

        assertSecured();
    }

    @Test
    void goesOnAfterTheBotDiedRightAfterTheFirstAccount() throws Exception {
        api().createOwner(store.ensure(ADA));

        assertThat(secured()).isEqualTo(new Done());

        assertSecured();
    }

    @Test
    void refusesAHomeAssistantThatSomebodyElseTook() throws Exception {
        api().createOwner(STRANGER);

        assertThat(secured())
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.why())
                                .contains("somebody else made the first account", "stay closed")
                                .doesNotContain(store.ensure(ADA).password()));
    }
}
