package dev.hallm.bot.cluster.homeassistant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.cluster.ClusterAnswer.Done;
import dev.hallm.bot.cluster.ClusterAnswer.NotYet;
import dev.hallm.bot.services.FakeHomeAssistant;
import dev.hallm.bot.services.FakeHomeAssistant.Quirk;
import dev.hallm.bot.services.FakeServices;
import dev.hallm.bot.storage.MutableClock;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstVisitTest extends FirstVisitScenario {
    private static final NotYet STARTING = new NotYet("Home Assistant is starting");

    private final FakeServices services = FakeServices.start();
    private final FakeHomeAssistant home = services.homeAssistant(ADA.namespace());
    private final MutableClock clock = new MutableClock();

    @Override
    HomeAssistantUnderTest start() {
        URI address = URI.create(
                services.address().replace("{namespace}", ADA.namespace()).replace("{service}", "home-assistant"));
        return new HomeAssistantUnderTest() {
            @Override
            public URI address() {
                return address;
            }

            @Override
            public void close() {
                services.close();
            }
        };
    }

    @Test
    void keepsNoTokenOfItsVisit() {
        secured();

        assertThat(home.tokens()).isZero();
    }

    @Test
    void waitsWhileHomeAssistantStarts() {
        home.with(Quirk.STARTING);
        assertThat(visit().secure(ADA)).isEqualTo(STARTING);

        home.without(Quirk.STARTING);

        assertThat(secured()).isEqualTo(new Done());
    }

    @Test
    void waitsForAPodThatServesIt() {
        var noPod = new FirstVisit((tenant, service) -> Optional.empty(), store);

        assertThat(noPod.secure(ADA)).isEqualTo(STARTING);
    }

    @Test
    void goesOnWhenTheAnswerAboutTheFirstAccountIsLost() {
        home.cutNext("/api/onboarding/users");

        assertThat(visit().secure(ADA)).isEqualTo(STARTING);
        assertThat(secured()).isEqualTo(new Done());

        assertThat(home.users()).containsExactly("ada");
        assertThat(home.calls()).containsOnlyOnce("POST /api/onboarding/users");
    }

    @Test
    void believesTheListOfStepsRatherThanAStepsAnswer() {
        home.with(Quirk.CORE_CONFIG_FAILS);

        assertThat(secured()).isEqualTo(new Done());

        assertThat(home.isOnboarded()).isTrue();
        assertThat(home.calls()).containsOnlyOnce("POST /api/onboarding/core_config");
    }

    @Test
    void logsInWhereARestartTookTheListAway() {
        secured();
        home.restart();

        assertThat(visit().secure(ADA)).isEqualTo(new Done());
    }

    @Test
    void confirmsTheTrustInTheProxyBeforeItsTrialEnds() {
        home.withProxyTrial(clock);
        secured();

        clock.advance(Duration.ofMinutes(6));

        assertThat(home.trustsProxy()).isTrue();
    }

    @Test
    void putsTheTrustInTheProxyOnTrialAgainWhenItCameTooLate() {
        home.withProxyTrial(clock);
        clock.advance(Duration.ofMinutes(6));
        assertThat(home.trustsProxy()).isFalse();

        assertThat(visit().secure(ADA)).isEqualTo(new NotYet("Home Assistant starts again"));
        assertThat(secured()).isEqualTo(new Done());

        clock.advance(Duration.ofMinutes(6));
        assertThat(home.trustsProxy()).isTrue();
    }

    @Test
    void goesOnWhenTheAnswerAboutTheLoginIsLost() {
        home.cutNext("/auth/token");

        assertThat(visit().secure(ADA)).isEqualTo(STARTING);

        assertThat(secured()).isEqualTo(new Done());
    }
}
