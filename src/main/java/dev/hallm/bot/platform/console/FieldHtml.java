package dev.hallm.bot.platform.console;

import dev.hallm.bot.chat.form.Form;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One input of a form with its label, its hint and what was wrong with it. */
final class FieldHtml {
    /** Put before a field's name, so that none can be taken for a parameter of ours. */
    static final String PREFIX = "value.";

    private FieldHtml() {}

    static void write(Html html, Form.Field field) {
        String id = "field-" + field.name();
        html.open("div", "class", field.problem() == null ? "field" : "field wrong");
        html.open("label", "for", id).text(field.label());
        if (!field.required()) {
            html.element("span", " optional", "class", "optional");
        }
        html.close();
        input(html, field, attributes(field, id));
        note(html, field.hint(), "hint", id + "-hint");
        note(html, field.problem(), "wrong-why", id + "-problem");
        html.close();
    }

    private static void input(Html html, Form.Field field, List<@Nullable String> attributes) {
        switch (field.input()) {
            case CHOICE -> select(html, field, attributes);
            case PARAGRAPH -> paragraph(html, field, attributes);
            case LINE, PERSON -> line(html, field, attributes);
        }
    }

    private static void paragraph(Html html, Form.Field field, List<@Nullable String> attributes) {
        attributes.addAll(List.of("rows", "4"));
        html.open("textarea", array(attributes)).line().verbatim(field.value()).close();
    }

    private static void line(Html html, Form.Field field, List<@Nullable String> attributes) {
        String suggestions = "field-" + field.name() + "-list";
        attributes.addAll(List.of("type", "text", "value", field.value(), "autocapitalize", "off"));
        attributes.addAll(List.of("list", suggestions));
        html.empty("input", array(attributes));
        html.open("datalist", "id", suggestions).close();
    }

    private static void select(Html html, Form.Field field, List<@Nullable String> attributes) {
        html.open("select", array(attributes));
        if (!field.required() || !field.choices().contains(field.value())) {
            html.element("option", field.required() ? "choose…" : "–", "value", "");
        }
        for (String choice : field.choices()) {
            html.element("option", choice, "value", choice, "selected", choice.equals(field.value()) ? "" : null);
        }
        html.close();
    }

    private static List<@Nullable String> attributes(Form.Field field, String id) {
        List<@Nullable String> all = new ArrayList<>();
        all.addAll(List.of("id", id, "name", PREFIX + field.name(), "autocomplete", "off"));
        all.add("aria-required");
        all.add(field.required() ? "true" : null);
        all.add("aria-invalid");
        all.add(field.problem() == null ? null : "true");
        all.add("aria-describedby");
        all.add(id + (field.problem() == null ? "-hint" : "-problem"));
        return all;
    }

    private static void note(Html html, @Nullable String text, String style, String id) {
        if (text != null) {
            html.element("p", text, "class", style, "id", id);
        }
    }

    private static @Nullable String[] array(List<@Nullable String> attributes) {
        return attributes.toArray(String[]::new);
    }
}
