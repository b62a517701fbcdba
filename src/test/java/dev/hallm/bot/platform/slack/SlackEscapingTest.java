package dev.hallm.bot.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Cell;
import dev.hallm.bot.chat.message.Block.Field;
import dev.hallm.bot.chat.message.Block.Item;
import dev.hallm.bot.chat.message.Block.ItemState;
import dev.hallm.bot.chat.message.Block.Text;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Button.Style;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.platform.slack.fake.BlockKit;
import dev.hallm.bot.platform.slack.fake.Surface;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What people typed is text wherever it stands: never a mention, link, emoji or markup. */
class SlackEscapingTest {
    private static final String ALL =
            "*bold* _i_ ~s~ `code` <@U1> <!channel> <https://x|y> &amp; @here :tada: http://a.b";
    /** Types that show characters as they are. */
    private static final Set<String> LITERAL = Set.of("text", "plain_text", "link");

    static Stream<String> nasty() {
        return Stream.of(
                ALL,
                "> quote\n>>> quote",
                "```\ncode\n```",
                "<!subteam^S1|x> <#C1> <!date^1^{date}|x>",
                "a_b *c*d _e",
                "www.example.com mailto:a@example.com",
                "\u202E" + ALL + "\u2066",
                "\u0000\u0007\u001B[31m" + ALL + "\r\n\u2028",
                "\u05e9\u05dc\u05d5\u05dd \u200F! 👩‍👩‍👧‍👦 \uD83D",
                "\u200B",
                " ",
                "",
                (ALL + " ").repeat(60),
                "😀".repeat(2_500));
    }

    @ParameterizedTest
    @MethodSource("nasty")
    void staysTextInEveryPlace(String typed) {
        Rendered rendered = Sample.rendered(everywhere(typed));

        for (Page page : rendered.pages()) {
            assertThat(BlockKit.validate(page.blocks(), Surface.MESSAGE)).isEmpty();
            assertIsHarmless(page.blocks());
            assertIsInert(page.text());
        }
    }

    @ParameterizedTest
    @MethodSource("nasty")
    void staysTextInAHome(String typed) {
        assertIsHarmless(Sample.RENDERER.home(everywhere(typed), Sample.ids()));
    }

    @ParameterizedTest
    @MethodSource("nasty")
    void staysTextInAForm(String typed) {
        var line = new Form.Field("name", typed, typed, true, Form.Input.LINE, List.of(), typed, typed);
        var choice = new Form.Field("size", typed, typed, true, Form.Input.CHOICE, List.of(typed), typed, null);
        var person = new Form.Field("owner", typed, typed, true, Form.Input.PERSON, List.of(), typed, null);

        JsonNode modal = Sample.RENDERER.modal(new Form("f", typed, typed, List.of(line, choice, person)), "{}");

        assertIsHarmless(modal);
        assertThat(BlockKit.validateView(modal)).isEmpty();
        assertThat(modal.toString()).doesNotContain("initial_user");
    }

    @ParameterizedTest
    @MethodSource("nasty")
    void isMarkupNowhereEvenAlone(String typed) {
        assertIsHarmless(Sample.rendered(Block.Fields.of(Field.of("Label", typed)))
                .first()
                .blocks());
        assertIsHarmless(Sample.rendered(Block.Fields.of(Field.of(typed, "value")))
                .first()
                .blocks());
        assertIsHarmless(Sample.rendered(Text.note(Span.code(typed))).first().blocks());
        assertIsHarmless(Sample.rendered(Block.Fields.of(Field.of("Label", Span.strong(typed), Span.code(typed))))
                .first()
                .blocks());
    }

    @Test
    void keepsWhatWasTypedLetterByLetter() {
        Rendered rendered = Sample.rendered(new Text(Text.Style.QUOTE, List.of(Span.plain(ALL))));

        assertThat(rendered.first().blocks().findValuesAsString("text")).containsExactly(ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"until 2026-03-02T18:00:00Z", "4–8 CPU · \"user show ada\"", "home_assistant 3*4", "10:00:59"})
    void leavesAFallbackAloneThatMeansNothing(String harmless) {
        assertThat(Fallback.of(harmless)).isEqualTo(harmless);
    }

    @Test
    void keepsAFallbackReadable() {
        assertThat(Fallback.of("R&D <b> *now*")).isEqualTo("R&amp;D &lt;b&gt; ∗now∗");
    }

    @ParameterizedTest
    @ValueSource(ints = {3_998, 3_999, 4_000, 4_001, 9_000})
    void cutsAFallbackBetweenCharactersAndEntities(int length) {
        assertThat(Fallback.of("&".repeat(length)))
                .hasSizeLessThanOrEqualTo(4_000)
                .matches("(&amp;)*…?");
        assertThat(Fallback.of("😀".repeat(length)))
                .hasSizeLessThanOrEqualTo(4_000)
                .matches("(😀)*…?");
    }

    private static void assertIsHarmless(JsonNode json) {
        String text = json.toString();
        assertThat(text).doesNotContainPattern("[\u202A-\u202E\u2066-\u2069]");
        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .as("no half characters")
                .isEqualTo(text);
        for (JsonNode object : objects(json)) {
            assertObject(object);
        }
    }

    private static void assertObject(JsonNode object) {
        String type = object.path("type").asString("");
        assertThat(type).isNotIn("emoji", "broadcast", "usergroup", "channel", "markdown");
        if (object.path("text").isString()) {
            assertThat(object.path("text").asString()).isNotEmpty();
            if (!LITERAL.contains(type)) {
                assertThat(type).isEqualTo("mrkdwn");
                assertIsOurs(object.path("text").asString());
            }
        }
        if (type.equals("plain_text")) {
            assertThat(object.path("emoji").isBoolean()).isTrue();
            assertThat(object.path("emoji").asBoolean()).isFalse();
        }
        if (type.equals("user")) {
            assertThat(object.path("user_id").asString()).isEqualTo(Sample.CY.user());
        }
        if (type.equals("link")) {
            assertThat(object.path("url").asString()).isEqualTo("https://ha.maria.example.com");
        }
    }

    /** Markup is a label in bold above a value, a time, or one word of code. */
    private static void assertIsOurs(String markup) {
        assertThat(markup)
                .matches("<!date\\^\\d+\\^\\{[a-z_]+}( \\{time})?\\|[-0-9: ]+UTC>|`[^`<>&*_~:@#]+`"
                        + "|\\*[^`<>&*_~:@#]+\\*\n[`*]?[^`<>&*_~:@#]+[`*]?");
    }

    private static void assertIsInert(String text) {
        assertThat(text)
                .isNotBlank()
                .hasSizeLessThanOrEqualTo(4_000)
                .doesNotContain("<", ">", "`", "://", ":tada:", "@here", "*bold*", "_i_", "~s~")
                .doesNotContainPattern("&(?!amp;|lt;|gt;)")
                .doesNotContainPattern("[\u202A-\u202E\u2066-\u2069]");
    }

    private static List<JsonNode> objects(JsonNode node) {
        var all = new ArrayList<JsonNode>();
        if (node.isObject()) {
            all.add(node);
        }
        node.valueStream().forEach(child -> all.addAll(objects(child)));
        return all;
    }

    private static Message everywhere(String typed) {
        var who = new Span.Who(Sample.CY, typed, true);
        var named = new Span.Who(Sample.CY, typed, false);
        Span[] spans = {
            Span.plain(typed),
            Span.strong(typed),
            Span.code(typed),
            named,
            who,
            link(typed),
            new Span.Time(Sample.NOW, true)
        };
        return Message.of(
                Tone.WARNING,
                typed.isBlank() ? "fallback" : typed,
                Text.heading(spans),
                Text.body(spans),
                new Text(Text.Style.QUOTE, List.of(spans)),
                Text.note(spans),
                Text.note(Span.plain(typed), Span.code(typed), named),
                Block.Fields.of(Field.bar(typed, typed, 0.5)),
                Block.Fields.of(Field.of(typed, spans)),
                new Block.Table(typed, List.of(typed), List.of(List.of(Cell.of(typed)), List.of(Cell.of(link(typed))))),
                new Block.Table(typed, List.of(typed, typed), List.of(List.of(Cell.of(spans), Cell.of(typed)))),
                new Block.Checklist(List.of(new Item(typed, ItemState.FAILED, typed))),
                Block.Buttons.of(new Button(
                        "Label", SlackText.shorten(typed, 75), Style.DANGER, Sample.action("deny"), typed + "?")),
                new Block.Attachment(typed, "text/plain", "same"));
    }

    private static Span link(String typed) {
        return new Span.Link(typed, URI.create("https://ha.maria.example.com"));
    }
}
