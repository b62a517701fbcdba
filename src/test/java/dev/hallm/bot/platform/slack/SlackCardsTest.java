package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.SampleStandIn;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Cell;
import dev.hallm.bot.chat.message.Block.Field;
import dev.hallm.bot.chat.message.Block.Text;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.command.SampleAnswers;
import dev.hallm.bot.view.SampleCards;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every card as Slack gets it. */
class SlackCardsTest {
    private static final Map<String, Message> CARDS = cards();

    private static Map<String, Message> cards() {
        var cards = new TreeMap<>(SampleCards.all());
        cards.putAll(SampleAnswers.all());
        cards.put("stand-in", SampleStandIn.of(Sample.CY, "Cy Adler"));
        cards.put("help", help());
        return cards;
    }

    static List<String> names() {
        return List.copyOf(CARDS.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void isWritten(String name) {
        Golden.assertIs("card-" + name, Sample.rendered(CARDS.getOrDefault(name, home())));
    }

    @Test
    void isWrittenAsAHome() {
        Golden.assertIs("home", Sample.RENDERER.home(home(), Sample.ids()));
    }

    private static Message help() {
        return Message.of(
                Tone.NEUTRAL,
                "You can use: capacity, user create.",
                Text.heading("What you can do"),
                new Block.Table(
                        "What you can do",
                        List.of("Command", "What it does"),
                        List.of(
                                List.of(
                                        Cell.of(Span.code("/hallm user create <name> [owner] [size]")),
                                        Cell.of("Ask for a new tenant; approvers decide.")),
                                List.of(
                                        Cell.of(Span.code("/hallm capacity")),
                                        Cell.of("Nodes, what they have left and how many more tenants fit.")))),
                Text.note(Span.plain("\"/hallm help <command>\" tells more. Questions: #ha-help.")));
    }

    private static Message home() {
        return Message.of(
                Tone.NEUTRAL,
                "Home of Cy Adler: what waits for you, your tenants and what you can do.",
                Text.heading("Waits for your decision · 1"),
                Text.body(
                        Span.strong("ada"),
                        Span.plain(" · asked by "),
                        Sample.cy(false),
                        Span.plain(", "),
                        new Span.Time(Sample.NOW, true)),
                Block.Buttons.of(
                        Button.primary("Approve request", "Approve request ada", Sample.action("approve")),
                        Button.danger("Deny request…", "Deny request… ada", Sample.action("deny"))),
                Text.heading("Your tenants · 1"),
                Block.Fields.of(Field.of("maria", "active · standard")),
                Text.heading("What you can do"),
                Block.Fields.of(Field.of("Ask for a new tenant.", Span.code("/hallm user create <name>"))));
    }
}
