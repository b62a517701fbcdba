package dev.hallm.bot.platform.discord;

import static dev.hallm.bot.chat.Captions.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.view.SampleCards;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The bot's cards as Discord gets them. */
class DiscordCardsTest {
    @TestFactory
    Stream<DynamicTest> draw() {
        return SampleCards.all().entrySet().stream()
                .map(card -> DynamicTest.dynamicTest(card.getKey(), () -> isDrawn(card)));
    }

    private static void isDrawn(Map.Entry<String, Message> card) {
        Rendered drawn = Drawn.of(card.getValue());

        GoldenJson.assertIs("card-" + card.getKey(), drawn);
        assertThat(drawn.pages()).hasSize(1);
    }

    @Test
    void drawsWhatStandsInForAPrivateMessage() {
        GoldenJson.assertIs(
                "card-stand-in",
                Drawn.of(Message.of(
                        Tone.NEUTRAL,
                        text("stand-in.fallback", "reader", "Zoe"),
                        Block.Text.body(new Span.Who(Drawn.ZOE, "Zoe", true), Span.plain(" " + text("stand-in.text"))),
                        Block.Buttons.of(Button.primary(
                                text("button.open-message"),
                                text("button.open-message"),
                                Drawn.action("open-message", "m1"))))));
    }
}
