package dev.hallm.bot.platform.console;

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
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people typed is the same text in the same place, whatever it looks like. */
class EscapingTest {
    private final MessageHtml html = new MessageHtml(Sample.PEOPLE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>bold</b>",
                "</p><img src=x>",
                "\" onfocus=\"go",
                "' x='",
                "&lt;b&gt;",
                "--><!--",
                "@everyone <!channel> *bold* `code`",
                "\u05e9\u05dc\u05d5\u05dd \u200F!",
            })
    void changesNothingButTheTextItself(String typed) {
        String harmless = "h".repeat(typed.length());

        assertThat(page(typed).replace(escaped(typed), harmless)).isEqualTo(page(harmless));
    }

    @Test
    void marksWhatWouldTurnAroundTheWordsBesideIt() {
        String article = html.article(Sample.posted(Sample.message(Text.body(Span.plain("\u202Efdp.exe\u2066")))));

        assertThat(article).contains("<p>\uFFFDfdp.exe\uFFFD</p>");
    }

    @Test
    void keepsInAnInputExactlyWhatWasTyped() {
        String typed = "\u202Ea<b>\n";
        var field = new Form.Field("reason", "Reason", "", false, Form.Input.PARAGRAPH, List.of(), typed, null);

        String form = DialogHtml.form(new Form("f", "f", "Send", List.of(field)), null, null);

        assertThat(form).contains(">\n\u202Ea&lt;b&gt;\n</textarea>");
    }

    private String page(String typed) {
        var said = ConsoleMessage.fresh(
                "m1",
                Sample.APPROVALS,
                "ana",
                ConsoleMessage.State.SAID,
                Message.text(Tone.NEUTRAL, typed),
                Sample.NOW);
        return html.article(said) + html.article(Sample.posted(everywhere(typed))) + form(typed);
    }

    private static Message everywhere(String typed) {
        var who = new Span.Who(Sample.person("cy").account(), typed, true);
        return Message.of(
                Tone.WARNING,
                typed,
                Text.heading(typed),
                Text.body(Span.plain(typed), Span.strong(typed), Span.code(typed), who, link(typed)),
                Block.Fields.of(Field.bar(typed, typed, 0.5)),
                new Block.Table(typed, List.of(typed), List.of(List.of(Cell.of(typed)))),
                new Block.Checklist(List.of(new Item(typed, ItemState.FAILED, typed))),
                Block.Buttons.of(
                        new Button("Label", "Label " + typed, Style.DANGER, Sample.action("deny"), typed + "?")),
                new Block.Attachment(typed, "text/plain", "same"));
    }

    private static Span link(String typed) {
        return new Span.Link(typed, URI.create("https://ha.maria.example.com"));
    }

    private static String form(String typed) {
        var text = new Form.Field("name", typed, typed, true, Form.Input.LINE, List.of(), typed, typed);
        var choice = new Form.Field("size", typed, typed, true, Form.Input.CHOICE, List.of(typed), typed, null);
        return DialogHtml.form(new Form("create", typed, typed, List.of(text, choice)), null, null);
    }

    private static String escaped(String typed) {
        return typed.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
