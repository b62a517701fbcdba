package dev.hallm.bot.cluster.homeassistant;

import java.net.URI;

/** A fresh Home Assistant, the fake or the real one. */
interface HomeAssistantUnderTest extends AutoCloseable {
    URI address();

    @Override
    void close();
}
