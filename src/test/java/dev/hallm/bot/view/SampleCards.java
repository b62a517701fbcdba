package dev.hallm.bot.view;

import dev.hallm.bot.chat.message.Message;
import java.util.Map;
import java.util.TreeMap;

/** Every card in every state, by name, for the tests of whoever draws them. */
public final class SampleCards {
    private SampleCards() {}

    public static Map<String, Message> all() {
        Map<String, Message> cards = new TreeMap<>();
        cards.putAll(SampleRequestCards.all());
        cards.putAll(SampleOnboardingCards.all());
        cards.putAll(SampleTenantCards.all());
        cards.putAll(SampleCredentialCards.all());
        cards.putAll(SampleRotationCards.all());
        return cards;
    }
}
