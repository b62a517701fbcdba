package dev.hallm.bot.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Cell;
import dev.hallm.bot.chat.message.Block.Field;
import dev.hallm.bot.chat.message.Block.Item;
import dev.hallm.bot.chat.message.Block.ItemState;
import dev.hallm.bot.chat.message.Block.Text;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Button.Style;
import dev.hallm.bot.chat.message.Span;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockHtmlTest {
    private static String html(Block... blocks) {
        return BlockHtml.of(Sample.posted(Sample.message(blocks)));
    }

    @Test
    void writesTextInEveryStyle() {
        Golden.assertIs(
                "text",
                html(
                        Text.heading("Access request · john-doe"),
                        Text.body(Span.plain("first line\nsecond line")),
                        new Text(Text.Style.QUOTE, List.of(Span.plain("Pilot for building 7"))),
                        Text.note(Span.plain("expires in 8 h"))));
    }

    @Test
    void writesEveryKindOfSpan() {
        var cy = Sample.person("cy").account();
        Golden.assertIs(
                "spans",
                html(Text.body(
                        Span.plain("plain "),
                        Span.strong("strong"),
                        Span.code("user list"),
                        new Span.Link("Home Assistant", URI.create("https://ha.maria.example.com/?a=1&b=2")),
                        new Span.Who(cy, "Cy Adler", false),
                        new Span.Who(cy, "Cy Adler", true),
                        new Span.Time(Sample.NOW, false),
                        new Span.Time(Sample.NOW, true))));
    }

    @Test
    void writesFieldsWithBarsOfEachLevel() {
        Golden.assertIs(
                "fields",
                html(Block.Fields.of(
                        Field.of("Owner", Span.strong("Cy Adler")),
                        Field.bar("CPU", "1 of 4", 0.25),
                        Field.bar("Memory", "12 of 16 GiB", 0.75),
                        Field.bar("GPU", "1 of 1", 1),
                        Field.bar("Pods", "13 of 10", 1.3))));
    }

    @Test
    void writesATableWithNumbersToTheRight() {
        Golden.assertIs(
                "table",
                html(new Block.Table(
                        "Tenants",
                        List.of("Name", "CPU", "Memory"),
                        List.of(
                                List.of(Cell.of(Span.code("maria")), Cell.of("1.5/8"), Cell.of("12 GiB")),
                                List.of(Cell.of("li-wei"), Cell.of("–"), Cell.of("unknown"))))));
    }

    @Test
    void writesAChecklistWithEveryState() {
        List<Item> items = Arrays.stream(ItemState.values())
                .map(state -> new Item("Step " + state.word(), state, "took 0.3 s"))
                .toList();

        Golden.assertIs("checklist", html(new Block.Checklist(items)));
    }

    @Test
    void writesButtonsOfEachStyleWithTheirOpaqueIds() {
        Golden.assertIs(
                "buttons",
                html(
                        Block.Buttons.of(
                                Button.primary("Approve request", "Approve request john-doe", Sample.action("approve")),
                                Button.danger("Deny request…", "Deny request john-doe", Sample.action("deny")),
                                Button.of("Details", "Details", Sample.action("show"))),
                        Block.Buttons.of(new Button(
                                "Delete", "Delete john-doe", Style.DANGER, Sample.action("delete"), "Delete it?"))));
    }

    @Test
    void writesAFileAsADownload() {
        Golden.assertIs(
                "attachment",
                html(
                        new Block.Attachment("tenants.csv", "text/csv", "name\r\n"),
                        new Block.Attachment("big.log", "text/plain", "x".repeat(5_000))));
    }

    @Test
    void neverLinksToAnythingButTheWeb() {
        String link = html(Text.body(new Span.Link("click", URI.create("javascript:alert(1)"))));

        assertThat(link).contains("<p>click</p>").doesNotContain("javascript");
    }
}
