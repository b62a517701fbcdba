package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Cell;
import dev.hallm.bot.chat.message.Block.Field;
import dev.hallm.bot.chat.message.Block.Item;
import dev.hallm.bot.chat.message.Block.ItemState;
import dev.hallm.bot.chat.message.Block.Text;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** What people might type, and messages with it in every place. */
final class NastyTexts {
    private static final List<String> TEXTS = List.of(
            "**b** __u__ ~~s~~ ||sp|| `c` ``d`` ```e``` *i* _i_ ***x***",
            "> q",
            ">>> q",
            "# h",
            "## h",
            "### h",
            "-# s",
            "- l",
            "* l",
            "+ l",
            "1. x",
            "12) x",
            "   # h",
            "a\n# h\n> q\n- l\n1. x\n-# s\r\n# h\u2028# h",
            "[a](https://x.y) [a](<https://x.y>) <https://x.y> https://a.b http://a.b HTTPS://A.B steam://run/1",
            "discord.gg/abc https://discord.com/invite/abc discordapp.com/invite/x",
            "<@1> <@!1> <@&1> <#1> @everyone @here </cmd:1> <t:1:R> <id:browse> <:e:1> <a:e:1>",
            ":tada: :100: :+1: :flag_us: :man_in_lotus: 18:00:00 a:b:c",
            "\\",
            "\\*",
            "\\\\*x*",
            "ends with \\",
            "\\:tada:",
            "\\<@1>",
            "\u202Efdp.exe\u2066 \u200F",
            "👨‍👩‍👧 🏠 ✔ é \uD83D",
            "\u0000\u0007\u001B[31m",
            " ",
            "\n",
            "\u3000",
            "",
            "``` \n```",
            "\"quoted\" 'it' & <b>",
            "x".repeat(5_000),
            "*".repeat(5_000),
            "🏠".repeat(3_000));

    private NastyTexts() {}

    static Stream<String> all() {
        return TEXTS.stream();
    }

    /** The text in all places at once. */
    static Message everywhere(String text) {
        var who = new Span.Who(Drawn.ZOE, text, false);
        var link = new Span.Link(text, URI.create("https://ha.ada.example.com"));
        return Message.of(
                Tone.WARNING,
                text.isBlank() ? "fallback" : text,
                Text.heading(text),
                Text.body(Span.plain(text), Span.strong(text), Span.code(text), who, link),
                new Text(Text.Style.QUOTE, List.of(Span.plain(text))),
                Text.note(Span.plain(text)),
                new Block.Checklist(List.of(new Item(text, ItemState.FAILED, text))),
                new Block.Table(text, List.of(text), List.of(List.of(Cell.of(text)))),
                Block.Fields.of(Field.bar(text, text, 0.5)),
                new Block.Table(text, List.of(text, text), List.of(List.of(Cell.of(text), Cell.of(link)))),
                Text.body(Span.plain(text)));
    }
}
