package dev.hallm.bot.platform.console;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The blocks of one message as HTML. */
final class BlockHtml {
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9.,]*( ?[%A-Za-z]{1,5})?(/.*)?|–");

    private static final int LONG = 32;

    private final Html html = new Html();
    private final ConsoleMessage message;
    private int buttons;
    private int files;
    private String heading = "";

    private BlockHtml(ConsoleMessage message) {
        this.message = message;
    }

    static String of(ConsoleMessage message) {
        BlockHtml writer = new BlockHtml(message);
        message.content().blocks().forEach(writer::write);
        return writer.html.toString();
    }

    private void write(Block block) {
        switch (block) {
            case Block.Text text -> text(text);
            case Block.Fields fields -> fields(fields);
            case Block.Table table -> table(table);
            case Block.Checklist checklist -> checklist(checklist);
            case Block.Code code -> code(code);
            case Block.Buttons group -> buttons(group);
            case Block.Attachment file -> file(file);
        }
        html.line();
    }

    private void text(Block.Text text) {
        switch (text.style()) {
            case HEADING -> heading(text);
            case BODY -> html.open("p");
            case QUOTE -> html.open("blockquote");
            case NOTE -> html.open("p", "class", "note");
        }
        SpanHtml.write(html, text.spans());
        html.close();
    }

    private void heading(Block.Text text) {
        heading = words(text.spans());
        html.open("h3");
    }

    private void fields(Block.Fields fields) {
        html.open("dl", "class", "fields");
        for (Block.Field field : fields.fields()) {
            html.line().open("div").element("dt", field.label()).open("dd");
            SpanHtml.write(html, field.value());
            if (field.share() != null) {
                bar(field.label(), field.share());
            }
            html.close().close();
        }
        html.line().close();
    }

    private void bar(String label, double share) {
        long percent = Math.round(share * 100);
        String level = share >= 1 ? "full" : share >= 0.75 ? "high" : "fine";
        html.open("span", "class", "bar " + level);
        track(label + ": " + percent + " % used", percent);
        html.element("span", percent + " %", "class", "percent", "aria-hidden", "true");
        html.close();
    }

    private void track(String label, long percent) {
        html.open("svg", "viewBox", "0 0 100 6", "preserveAspectRatio", "none", "role", "img", "aria-label", label);
        html.open("rect", "class", "track", "width", "100", "height", "6").close();
        String width = Long.toString(Math.clamp(percent, 0, 100));
        html.open("rect", "class", "fill", "width", width, "height", "6").close();
        html.close();
    }

    private void table(Block.Table table) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", table.caption());
        String caption = heading.startsWith(table.caption()) ? "hidden" : null;
        html.open("table").element("caption", table.caption(), "class", caption).line();
        List<String> styles = IntStream.range(0, table.columns().size())
                .mapToObj(i -> style(table, i))
                .toList();
        html.open("thead").open("tr");
        for (int i = 0; i < styles.size(); i++) {
            html.element("th", table.columns().get(i), "scope", "col", "class", styles.get(i));
        }
        html.close().close().line().open("tbody");
        table.rows().forEach(row -> row(row, styles));
        html.close().close().close();
    }

    private void row(List<Block.Cell> row, List<String> styles) {
        html.line().open("tr");
        for (int i = 0; i < styles.size(); i++) {
            html.open("td", "class", styles.get(i));
            SpanHtml.write(html, row.get(i).spans());
            html.close();
        }
        html.close();
    }

    /** The class of a column: numbers stand to the right, long texts are broken into lines. */
    private static String style(Block.Table table, int column) {
        List<String> cells =
                table.rows().stream().map(row -> words(row.get(column).spans())).toList();
        if (!cells.isEmpty()
                && cells.stream().allMatch(cell -> NUMBER.matcher(cell).matches())) {
            return "number";
        }
        return cells.stream().anyMatch(cell -> cell.length() > LONG) ? "wide" : "short";
    }

    /** The plain text alone, which is what decides about the layout. */
    private static String words(List<Span> spans) {
        return spans.stream()
                .map(span -> span instanceof Span.Plain plain ? plain.text() : "")
                .collect(Collectors.joining());
    }

    private void checklist(Block.Checklist checklist) {
        html.open("ol", "class", "checklist");
        for (Block.Item item : checklist.items()) {
            String word = item.state().word();
            html.line().open("li", "class", item.state().name().toLowerCase(Locale.ROOT));
            html.element("span", item.state().mark(), "class", "mark", "aria-hidden", "true");
            html.open("span", "class", "step").element("span", word + ": ", "class", "hidden");
            html.text(item.label()).close();
            html.element("span", item.detail(), "class", "detail").close();
        }
        html.line().close();
    }

    private void code(Block.Code code) {
        html.open("pre", "class", "code", "tabindex", "0")
                .element("code", code.text())
                .close();
    }

    private void buttons(Block.Buttons group) {
        html.open("div", "class", "buttons", "role", "group", "aria-label", "Actions");
        group.buttons()
                .forEach(button -> ButtonHtml.write(
                        html.line(), button, message, message.actions().get(buttons++)));
        html.line().close();
    }

    private void file(Block.Attachment file) {
        int size = file.content().getBytes(StandardCharsets.UTF_8).length;
        String target = "/console/files/" + message.id() + "/" + files++;
        html.open("a", "class", "file", "href", target, "download", file.fileName())
                .own(Icons.FILE)
                .element("span", file.fileName(), "class", "file-name")
                .element("span", size(size), "class", "note")
                .close();
    }

    private static String size(int bytes) {
        return bytes < 1024 ? bytes + " B" : Math.round(bytes / 1024.0) + " KiB";
    }
}
