package dev.hallm.bot.chat.message;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a message. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "block")
public sealed interface Block {
    /** A paragraph, heading or note. */
    @JsonTypeName("text")
    record Text(Style style, List<Span> spans) implements Block {
        public Text {
            spans = List.copyOf(spans);
        }

        public static Text heading(Span... spans) {
            return new Text(Style.HEADING, List.of(spans));
        }

        public static Text heading(String text) {
            return heading(Span.plain(text));
        }

        public static Text body(Span... spans) {
            return new Text(Style.BODY, List.of(spans));
        }

        public static Text note(Span... spans) {
            return new Text(Style.NOTE, List.of(spans));
        }

        /** How much weight a text has. */
        public enum Style {
            HEADING,
            BODY,
            QUOTE,
            NOTE
        }
    }

    /** Labelled values. */
    @JsonTypeName("fields")
    record Fields(List<Field> fields) implements Block {
        public Fields {
            fields = List.copyOf(fields);
        }

        public static Fields of(Field... fields) {
            return new Fields(List.of(fields));
        }
    }

    /**
     * One labelled value.
     *
     * @param share used part of a whole from 0 to 1 (above 1: over it), shown as a bar beside the value
     */
    record Field(String label, List<Span> value, @Nullable Double share) {
        public Field {
            value = List.copyOf(value);
        }

        public static Field of(String label, Span... value) {
            return new Field(label, List.of(value), null);
        }

        public static Field of(String label, String value) {
            return of(label, Span.plain(value));
        }

        public static Field bar(String label, String value, double share) {
            return new Field(label, List.of(Span.plain(value)), share);
        }
    }

    /** Rows under column titles; each row has as many cells as there are columns. */
    @JsonTypeName("table")
    record Table(String caption, List<String> columns, List<List<Cell>> rows) implements Block {
        /** @throws IllegalArgumentException when a row has another number of cells than there are columns */
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Cell> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(row.size() + " cells in a table of " + columns.size());
                }
            }
        }
    }

    /** A cell of a table. */
    record Cell(List<Span> spans) {
        public Cell {
            spans = List.copyOf(spans);
        }

        public static Cell of(Span... spans) {
            return new Cell(List.of(spans));
        }

        public static Cell of(String text) {
            return of(Span.plain(text));
        }
    }

    /** Steps with their states, in order. */
    @JsonTypeName("checklist")
    record Checklist(List<Item> items) implements Block {
        public Checklist {
            items = List.copyOf(items);
        }
    }

    /** A step; {@code detail} is how long it took, what it waits for or why it failed. */
    record Item(String label, ItemState state, String detail) {}

    /** Where a step is; each state has a mark and a word. */
    enum ItemState {
        OPEN("○", "to do"),
        RUNNING("▶", "running"),
        DONE("✔", "done"),
        FAILED("✖", "failed"),
        SKIPPED("–", "skipped");

        private final String mark;
        private final String word;

        ItemState(String mark, String word) {
            this.mark = mark;
            this.word = word;
        }

        public String mark() {
            return mark;
        }

        public String word() {
            return word;
        }
    }

    /** Things to do about it; never dropped by a renderer. */
    @JsonTypeName("buttons")
    record Buttons(List<Button> buttons) implements Block {
        public Buttons {
            buttons = List.copyOf(buttons);
        }

        public static Buttons of(Button... buttons) {
            return new Buttons(List.of(buttons));
        }
    }

    /** Lines to copy as they are, in a fixed-width font. */
    @JsonTypeName("code")
    record Code(String text) implements Block {}

    /** A text file for the reader. */
    @JsonTypeName("attachment")
    record Attachment(String fileName, String mediaType, String content) implements Block {}
}
