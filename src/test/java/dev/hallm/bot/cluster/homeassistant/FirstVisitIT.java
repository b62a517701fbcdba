package dev.hallm.bot.cluster.homeassistant;

import dev.hallm.bot.services.RealHomeAssistant;
import java.net.URI;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The scenarios on a real Home Assistant, started afresh for each. */
@EnabledIfEnvironmentVariable(
        named = RealHomeAssistant.COMMAND,
        matches = ".+",
        disabledReason = RealHomeAssistant.MISSING)
class FirstVisitIT extends FirstVisitScenario {
    @Override
    HomeAssistantUnderTest start() {
        RealHomeAssistant real = RealHomeAssistant.start();
        return new HomeAssistantUnderTest() {
            @Override
            public URI address() {
                return real.address();
            }

            @Override
            public void close() {
                real.close();
            }
        };
    }
}
