package dev.hallm.bot.platform.discord;

import java.time.Duration;
import net.dv8tion.jda.api.JDA;

/** What came of connecting to the gateway. */
sealed interface GatewayTry {
    /** JDA has it from here. */
    record Begun(JDA jda) implements GatewayTry {}

    /** The token is wrong; asking often would only get this address banned. */
    record Refused(String why) implements GatewayTry {}

    /** Not now. */
    record Failed(String why, Duration pause) implements GatewayTry {}
}
