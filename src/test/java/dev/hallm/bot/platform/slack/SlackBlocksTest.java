package dev.hallm.bot.platform.slack;

import static dev.hallm.bot.platform.slack.Sample.rendered;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlackBlocksTest {
    private static final Span[] EVERY_SPAN = {
        Span.plain("plain "),
        Span.strong("strong"),
        Span.plain(" "),
        Span.code("user list"),
        Span.plain(" "),
        new Span.Link("Home Assistant", URI.create("https://ha.maria.example.com/?a=1&b=2")),
        Span.plain(" "),
        Sample.cy(false),
        Span.plain(" "),
        Sample.cy(true),
        Span.plain(" "),
        new Span.Who(Sample.ELSEWHERE, "Dee", true),
        Span.plain(" "),
        new Span.Time(Sample.NOW, false),
        Span.plain(" "),
        new Span.Time(Sample.NOW, true)
    };

    @Test
    void writesTextInEveryStyle() {
        Golden.assertIs(
                "text",
                rendered(
                        Text.heading("Access request · john-doe"),
                        Text.body(Span.plain("first line\nsecond line")),
                        new Text(Text.Style.QUOTE, List.of(Span.plain("Pilot for building 7"))),
                        Text.note(Span.plain("expires in 8 h"))));
    }

    @Test
    void writesEveryKindOfSpanInAHeading() {
        Golden.assertIs("spans-heading", rendered(Text.heading(EVERY_SPAN)));
    }

    @Test
    void writesEveryKindOfSpanInABody() {
        Golden.assertIs("spans-body", rendered(Text.body(EVERY_SPAN)));
    }

    @Test
    void writesEveryKindOfSpanInAQuote() {
        Golden.assertIs("spans-quote", rendered(new Text(Text.Style.QUOTE, List.of(EVERY_SPAN))));
    }

    @Test
    void writesEveryKindOfSpanInANote() {
        Golden.assertIs("spans-note", rendered(Text.note(EVERY_SPAN)));
    }

    @Test
    void writesANoteThatNeedsNoRichTextAsSmallText() {
        Golden.assertIs(
                "note",
                rendered(Text.note(
                        Span.plain("Needs "),
                        Span.strong("2 approvals"),
                        Span.plain(" of "),
                        Sample.cy(false),
                        Span.plain(" · expires "),
                        new Span.Time(Sample.NOW, true),
                        Span.plain(" · try "),
                        Span.code("user list"),
                        Span.code("user show <name>"))));
    }

    @Test
    void writesEveryKindOfSpanInAField() {
        Golden.assertIs("spans-field", rendered(Block.Fields.of(Field.of("Everything", EVERY_SPAN))));
    }

    @Test
    void writesEveryKindOfSpanInATable() {
        Golden.assertIs(
                "spans-table",
                rendered(new Block.Table(
                        "Everything", List.of("Row", "Cell"), List.of(List.of(Cell.of("1"), Cell.of(EVERY_SPAN))))));
    }

    @Test
    void writesHarmlessFieldsInColumnsWithBarsOfEachLevel() {
        Golden.assertIs(
                "fields",
                rendered(Block.Fields.of(
                        Field.of("Owner", Span.strong("Cy Adler")),
                        Field.of("Namespace", Span.code("ha-llm-user-maria")),
                        Field.bar("CPU", "1 of 4", 0.25),
                        Field.bar("Memory", "12 of 16 GiB", 0.75),
                        Field.bar("GPU", "1 of 1", 1),
                        Field.bar("Pods", "13 of 10", 1.3))));
    }

    @Test
    void writesFieldsThatCouldBecomeMarkupAsLines() {
        Golden.assertIs(
                "fields-lines",
                rendered(Block.Fields.of(
                        Field.of("Owner", "*Cy* Adler"),
                        Field.bar("CPU_limit", "1 of 4", 0.25),
                        Field.of("Nothing", ""),
                        Field.of("Created", new Span.Time(Sample.NOW, true)))));
    }

    @Test
    void writesMoreThanTenFieldsInSeveralBlocks() {
        Field[] fields = IntStream.range(0, 12)
                .mapToObj(i -> Field.of("Field " + i, "" + i))
                .toArray(Field[]::new);

        var blocks = rendered(Block.Fields.of(fields)).first().blocks();

        assertThat(blocks.size()).isEqualTo(2);
        assertThat(blocks.path(0).path("fields").size()).isEqualTo(10);
    }

    @Test
    void writesATableInAlignedColumns() {
        Golden.assertIs(
                "table",
                rendered(new Block.Table(
                        "Tenants",
                        List.of("Name", "CPU", "Memory", "URL"),
                        List.of(
                                List.of(
                                        Cell.of(Span.code("maria")),
                                        Cell.of("1.5/8"),
                                        Cell.of("12 GiB"),
                                        Cell.of(new Span.Link(
                                                "ha.maria.example.com", URI.create("https://ha.maria.example.com")))),
                                List.of(Cell.of("李伟"), Cell.of("–"), Cell.of("unknown"), Cell.of("–"))))));
    }

    @Test
    void breaksLongCellsIntoLines() {
        Golden.assertIs(
                "table-long-cells",
                rendered(new Block.Table(
                        "Commands",
                        List.of("Command", "What it does"),
                        List.of(
                                List.of(
                                        Cell.of("/hallm user create <name> [owner] [size]"),
                                        Cell.of("word ".repeat(30))),
                                List.of(Cell.of("x".repeat(200)), Cell.of("y".repeat(900)))))));
    }

    @Test
    void writesATableWithTimesAsLines() {
        Golden.assertIs(
                "table-times",
                rendered(
                        Text.heading("Events of maria"),
                        new Block.Table(
                                "Events",
                                List.of("When", "About", "What"),
                                List.of(List.of(
                                        Cell.of(new Span.Time(Sample.NOW, true)),
                                        Cell.of(Span.code("ollama-0")),
                                        Cell.of("✖ BackOff"))))));
    }

    @Test
    void shortensATableThatIsTooLongAndAttachesAllOfIt() {
        List<List<Cell>> rows = IntStream.rangeClosed(1, 500)
                .mapToObj(i -> List.of(Cell.of("node-" + i), Cell.of("=1+1"), Cell.of("7.5 of 32")))
                .toList();

        Rendered rendered = rendered(new Block.Table("All nodes", List.of("Node", "State", "CPU"), rows));

        assertThat(rendered.pages()).hasSize(1);
        assertThat(rendered.first().blocks().toString())
                .containsPattern("and \\d+ more; all of them are in all-nodes.csv");
        assertThat(rendered.files())
                .singleElement()
                .satisfies(file -> assertThat(file.content()).contains("node-500,'=1+1,7.5 of 32"));
    }

    @Test
    void namesATableOnlyWhenItsHeadingDoesNot() {
        var table = new Block.Table("Tenants", List.of("Name"), List.of(List.of(Cell.of("maria"))));

        assertThat(rendered(Text.heading("Tenants · 1"), table).first().blocks().size())
                .isEqualTo(2);
        assertThat(rendered(table).first().blocks().size()).isEqualTo(2);
    }

    @Test
    void writesAChecklistWithEveryState() {
        List<Item> items = Arrays.stream(ItemState.values())
                .map(state -> new Item("Step " + state.name(), state, state == ItemState.OPEN ? "" : "took 0.3 s"))
                .toList();

        Golden.assertIs("checklist", rendered(new Block.Checklist(items)));
    }

    @Test
    void showsAllOfWhatFailed() {
        String evidence = "why ".repeat(1_000).strip();

        var blocks = rendered(new Block.Checklist(List.of(new Item("Stack", ItemState.FAILED, evidence))))
                .first()
                .blocks();

        assertThat(PlainWords.of(blocks.valueStream()
                                .map(block -> (tools.jackson.databind.node.ObjectNode) block)
                                .toList())
                        .replace("\n", ""))
                .contains(evidence);
    }

    @Test
    void writesButtonsOfEachStyleWithTheirOpaqueIds() {
        Golden.assertIs(
                "buttons",
                rendered(
                        Block.Buttons.of(
                                Button.primary("Approve request", "Approve request john-doe", Sample.action("approve")),
                                Button.primary("Approve less", "Approve less john-doe", Sample.action("approve-less")),
                                Button.danger("Deny request…", "Deny request john-doe", Sample.action("deny")),
                                Button.of("Details", "Details", Sample.action("show"))),
                        Block.Buttons.of(new Button(
                                "Delete", "Delete john-doe", Style.DANGER, Sample.action("delete"), "Delete it?"))));
    }

    @Test
    void writesFiveButtonsInARow() {
        Button[] buttons = IntStream.range(0, 7)
                .mapToObj(i -> Button.of("Button " + i, "Button " + i, Sample.action("show", i)))
                .toArray(Button[]::new);

        var blocks = rendered(Block.Buttons.of(buttons)).first().blocks();

        assertThat(blocks.path(0).path("elements").size()).isEqualTo(5);
        assertThat(blocks.path(1).path("elements").size()).isEqualTo(2);
    }

    @Test
    void writesAnActionOnce() {
        Button again = Button.of("Refresh", "Refresh", Sample.action("show"));

        assertThat(rendered(Block.Buttons.of(again), Block.Buttons.of(again))
                        .first()
                        .blocks()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void namesAFileThatIsUploadedBeside() {
        Golden.assertIs("attachment", rendered(new Block.Attachment("tenants.csv", "text/csv", "name\r\n")));
    }

    @Test
    void neverLinksToAnythingButTheWeb() {
        var link = rendered(Text.body(new Span.Link("click", URI.create("javascript:alert(1)"))))
                .first()
                .blocks();

        assertThat(link.toString()).contains("click").doesNotContain("javascript", "\"link\"");
    }
}
