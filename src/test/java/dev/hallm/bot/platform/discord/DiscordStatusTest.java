package dev.hallm.bot.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.port.PlatformStatus.Status;
import org.junit.jupiter.api.Test;

class DiscordStatusTest {
    private final DiscordState state = new DiscordState(true, true);
    private final DiscordStatus status = new DiscordStatus(state);

    @Test
    void isNotConfiguredWithoutAGuild() {
        assertThat(new DiscordStatus(new DiscordState(false, false)).status()).isEqualTo(new Status.NotConfigured());
    }

    @Test
    void isMisconfiguredWithoutAToken() {
        assertThat(new DiscordStatus(new DiscordState(true, false)).status())
                .isEqualTo(new Status.Misconfigured("DISCORD_TOKEN is not set"));
    }

    @Test
    void isMisconfiguredWithATokenThatDiscordRefuses() {
        state.refused("Discord refuses the token");

        assertThat(status.status()).isEqualTo(new Status.Misconfigured("Discord refuses the token"));
    }

    @Test
    void isWellWhileAnotherReplicaHoldsTheGateway() {
        assertThat(status.status()).isEqualTo(new Status.Connected());
    }

    @Test
    void isAwayWhileItsGatewayIsNotConnected() {
        state.leads(true);

        assertThat(status.status()).isEqualTo(new Status.Away("the gateway is not connected"));
    }

    @Test
    void isMisconfiguredInAnotherGuild() {
        state.leads(true);
        state.connected(true);

        assertThat(status.status()).isInstanceOf(Status.Misconfigured.class);
    }

    @Test
    void isAwayUntilItsCommandsAreOffered() {
        state.leads(true);
        state.connected(true);
        state.guildSeen(true);
        assertThat(status.status()).isEqualTo(new Status.Away("its commands are being registered"));

        state.problem("the bot was invited without applications.commands");

        assertThat(status.status()).isEqualTo(new Status.Away("the bot was invited without applications.commands"));
    }

    @Test
    void isConnectedInItsGuildOnceItsCommandsAreOffered() {
        state.leads(true);
        state.connected(true);
        state.guildSeen(true);
        state.problem("commands could not be registered: 0");

        state.offersCommands();

        assertThat(status.status()).isEqualTo(new Status.Connected());
    }
}
