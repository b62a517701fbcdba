package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.message.Span;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Sections of rich text that are short enough, and blocks made of them between which a page may end. */
final class Sections {
    private Sections() {}

    /** One section, or several when the text is long; none when there is nothing in it. */
    static List<ObjectNode> of(String type, List<Span> spans) {
        var sections = new ArrayList<ObjectNode>();
        ArrayNode elements = Nodes.array();
        int weight = 0;
        for (JsonNode element : RichSpans.of(spans)) {
            int more = Weight.of(element);
            if (weight > 0 && weight + more > SlackLimits.TEXT) {
                sections.add(Nodes.elements(type, elements));
                elements = Nodes.array();
                weight = 0;
            }
            elements.add(element);
            weight += more;
        }
        if (!elements.isEmpty()) {
            sections.add(Nodes.elements(type, elements));
        }
        return sections;
    }

    static List<ObjectNode> of(List<Span> spans) {
        return of("rich_text_section", spans);
    }

    /** Sections together in as few blocks as the length of a text allows. */
    static List<ObjectNode> pack(List<ObjectNode> sections) {
        var blocks = new ArrayList<ObjectNode>();
        ArrayNode elements = Nodes.array();
        int weight = 0;
        for (ObjectNode section : sections) {
            int more = Weight.of(section);
            if (weight > 0 && weight + more > SlackLimits.TEXT) {
                blocks.add(Nodes.elements("rich_text", elements));
                elements = Nodes.array();
                weight = 0;
            }
            elements.add(section);
            weight += more;
        }
        if (!elements.isEmpty()) {
            blocks.add(Nodes.elements("rich_text", elements));
        }
        return blocks;
    }
}
