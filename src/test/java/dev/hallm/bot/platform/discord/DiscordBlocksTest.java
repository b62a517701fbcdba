package dev.hallm.bot.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Cell;
import dev.hallm.bot.chat.message.Block.Field;
import dev.hallm.bot.chat.message.Block.Item;
import dev.hallm.bot.chat.message.Block.ItemState;
import dev.hallm.bot.chat.message.Block.Text;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.identity.ChatAccount;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each kind of block and span as Discord gets it. */
class DiscordBlocksTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void drawsTexts() {
        GoldenJson.assertIs(
                "text",
                Drawn.of(
                        Text.heading("Access request · ada"),
                        Text.body(Span.plain("Ana asks for a tenant")),
                        new Text(Text.Style.QUOTE, List.of(Span.plain("Pilot for\nbuilding 7"))),
                        Text.heading("Further down"),
                        Text.note(Span.plain("Needs 1 approval"))));
    }

    @Test
    void drawsSpans() {
        GoldenJson.assertIs(
                "spans",
                Drawn.of(Text.body(
                        Span.plain("plain_text "),
                        Span.strong("strong"),
                        Span.strong("er"),
                        Span.plain(" "),
                        Span.code("kubectl get `pods`"),
                        Span.plain("\n"),
                        new Span.Link("Home Assistant", URI.create("https://ha.ada.example.com/a_b")),
                        Span.plain("\n"),
                        new Span.Link("https://ha.ada.example.com", URI.create("https://ha.ada.example.com")),
                        Span.plain("\n"),
                        new Span.Link("a_b [c]", URI.create("https://ha.ada.example.com")),
                        Span.plain("\n"),
                        new Span.Link("not the web", URI.create("javascript:alert(1)")),
                        Span.plain("\n"),
                        new Span.Who(Drawn.ZOE, "Zoe", true),
                        new Span.Who(Drawn.ZOE, "Zoe_*", false),
                        new Span.Who(new ChatAccount("slack", "T0", "U0"), "Sam", true),
                        Span.plain("\n"),
                        new Span.Time(NOON, true),
                        new Span.Time(NOON, false))));
    }

    @Test
    void drawsFields() {
        GoldenJson.assertIs(
                "fields",
                Drawn.of(
                        Text.heading("ada"),
                        Block.Fields.of(
                                Field.of("Size", "4–8 CPU"),
                                Field.bar("CPU", "1.5 of 4", 0.375),
                                Field.bar("GPU", "3 of 1", 3),
                                Field.of("Empty", ""),
                                Field.of("Long", "a value that takes more than a third of the embed's width")),
                        Text.note(Span.plain("after the fields "), new Span.Time(NOON, true)),
                        Text.body(Span.plain("and more"))));
    }

    @Test
    void drawsATableAsACodeBlock() {
        GoldenJson.assertIs(
                "table",
                Drawn.of(new Block.Table(
                        "Workloads",
                        List.of("Workload", "Ready", "State"),
                        List.of(
                                List.of(Cell.of(Span.code("home-assistant")), Cell.of("1 of 1"), Cell.of("✔ running")),
                                List.of(Cell.of("🏠 ```"), Cell.of("0 of 1"), Cell.of(""))))));
    }

    @Test
    void drawsATableWithLinksOrTimesAsLines() {
        GoldenJson.assertIs(
                "table-lines",
                Drawn.of(
                        new Block.Table(
                                "Addresses",
                                List.of("URL", "Ingress", "Certificate"),
                                List.of(List.of(
                                        Cell.of(new Span.Link("https://a.b", URI.create("https://a.b"))),
                                        Cell.of("✔ has an address"),
                                        Cell.of("–")))),
                        new Block.Table(
                                "Events",
                                List.of("When", "What"),
                                List.of(List.of(Cell.of(new Span.Time(NOON, true)), Cell.of("BackOff"))))));
    }

    @Test
    void drawsAChecklist() {
        GoldenJson.assertIs(
                "checklist",
                Drawn.of(new Block.Checklist(List.of(
                        new Item("Namespace", ItemState.DONE, "0.3 s"),
                        new Item("Home Assistant", ItemState.FAILED, "the image *x* does not exist"),
                        new Item("Credentials", ItemState.RUNNING, ""),
                        new Item("Ingress", ItemState.OPEN, ""),
                        new Item("Checks", ItemState.SKIPPED, "not needed")))));
    }

    @Test
    void drawsButtons() {
        var ask = new Button("Roll back…", "Roll back ada", Button.Style.DANGER, Drawn.action("undo", "ada"), "Sure?");
        GoldenJson.assertIs(
                "buttons",
                Drawn.of(
                        Block.Buttons.of(
                                Button.primary("Approve request", "Approve request ada", Drawn.action("yes", "ada")),
                                Drawn.button("Show details", "ada"),
                                ask),
                        Block.Buttons.of(Drawn.button("Diagnose", "ada"))));
    }

    @Test
    void leavesAttachmentsToTheSender() {
        GoldenJson.assertIs(
                "attachment",
                Drawn.of(Message.text(Tone.NEUTRAL, "Tenants · 2")
                        .with(new Block.Attachment("tenants.csv", "text/csv", "name\nada\n"))));
    }

    @ParameterizedTest
    @EnumSource(Tone.class)
    void tellsTheToneByColourToo(Tone tone) {
        Rendered drawn = Drawn.of(Message.of(tone, "fallback", Text.heading("Title")));

        assertThat(Stream.of(Tone.values())
                        .filter(other -> Drawn.embed(Drawn.of(Message.of(other, "fallback", Text.heading("Title"))))
                                        .getColorRaw()
                                == Drawn.embed(drawn).getColorRaw()))
                .containsExactly(tone);
    }

    @Test
    void saysAParagraphThatIsItsFallbackOnlyOnce() {
        Rendered drawn = Drawn.of(Message.text(Tone.WARNING, "You can't *do* that."));

        assertThat(drawn.first().getContent()).isEqualTo("You can't \\*do\\* that.");
        assertThat(drawn.first().getEmbeds()).isEmpty();
    }

    @Test
    void putsTheFallbackAboveAnEmbedForNotifications() {
        assertThat(Drawn.of(Message.of(Tone.GOOD, "ada is ready", Text.heading("ada")))
                        .first()
                        .getContent())
                .isEqualTo("ada is ready");
    }

    @Test
    void pingsOnlyWhoIsNamedForIt() {
        var first = Drawn.of(Message.of(
                        Tone.NEUTRAL,
                        "Zoe, <@999> is @everyone",
                        Text.body(new Span.Who(Drawn.ZOE, "Zoe", true), Span.plain(", <@999> @everyone"))))
                .first();

        assertThat(first.getContent()).isEqualTo("<@" + Drawn.ZOE.user() + "> Zoe, \\<\\@999> is \\@everyone");
        assertThat(first.getMentionedUsers()).containsExactly(Drawn.ZOE.user());
        assertThat(first.getAllowedMentions()).isEmpty();
    }

    @Test
    void pingsNobodyOtherwise() {
        var data = Drawn.of(Message.text(Tone.NEUTRAL, "@here")).first().toData();

        assertThat(data.getObject("allowed_mentions").getArray("parse")).isEmpty();
        assertThat(data.getObject("allowed_mentions").hasKey("users")).isFalse();
    }

    @Test
    void replacesEverythingInAnEdit() {
        var edit = Drawn.of(Message.text(Tone.NEUTRAL, "done")).edit().toData();

        assertThat(edit.getString("content")).isEqualTo("done");
        assertThat(edit.getArray("embeds")).isEmpty();
        assertThat(edit.getArray("components")).isEmpty();
    }
}
