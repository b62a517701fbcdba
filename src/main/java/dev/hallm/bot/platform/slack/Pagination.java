package dev.hallm.bot.platform.slack;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Divides blocks into pages. What does not fit on the last is left over, except buttons: they are never dropped, and
 * stand there at the end.
 */
final class Pagination {
    private final Room room;
    private final List<List<ObjectNode>> pages = new ArrayList<>();
    private final List<ObjectNode> rest = new ArrayList<>();
    private List<ObjectNode> page = new ArrayList<>();
    private int text;

    /**
     * How much there is room for.
     *
     * @param blocks on a page
     * @param text characters on a page
     * @param pages before something is left over
     * @param note what is said where something is left over
     */
    record Room(int blocks, int text, int pages, ObjectNode note) {}

    private Pagination(Room room) {
        this.room = room;
    }

    static Pagination of(List<ObjectNode> blocks, Room room) {
        Pagination all = new Pagination(room);
        blocks.forEach(all::add);
        all.turn();
        if (all.pages.size() <= room.pages()) {
            return all;
        }
        Pagination some = new Pagination(room);
        some.fit(all.pages);
        return some;
    }

    List<List<ObjectNode>> pages() {
        return pages;
    }

    /** What no page holds. */
    List<ObjectNode> rest() {
        return rest;
    }

    private void add(ObjectNode block) {
        if (!fits(block, 0, 0)) {
            turn();
        }
        page.add(block);
        text += Weight.of(block);
    }

    private boolean fits(ObjectNode block, int reservedBlocks, int reservedText) {
        return page.size() + reservedBlocks < room.blocks() && text + reservedText + Weight.of(block) <= room.text();
    }

    private void turn() {
        if (!page.isEmpty()) {
            pages.add(page);
            page = new ArrayList<>();
            text = 0;
        }
    }

    private void fit(List<List<ObjectNode>> all) {
        pages.addAll(all.subList(0, room.pages() - 1));
        List<ObjectNode> tail = all.subList(room.pages() - 1, all.size()).stream()
                .flatMap(List::stream)
                .toList();
        List<ObjectNode> buttons =
                together(tail.stream().filter(Pagination::isButtons).toList());
        int reserved =
                Weight.of(room.note()) + buttons.stream().mapToInt(Weight::of).sum();
        for (ObjectNode block : tail) {
            if (isButtons(block)) {
                continue;
            }
            if (rest.isEmpty() && fits(block, buttons.size() + 1, reserved)) {
                add(block);
            } else {
                rest.add(block);
            }
        }
        add(room.note());
        buttons.forEach(this::add);
        turn();
    }

    private static boolean isButtons(JsonNode block) {
        return block.path("type").asString("").equals("actions");
    }

    /** The same buttons in as few blocks as may be. */
    private static List<ObjectNode> together(List<ObjectNode> rows) {
        var blocks = new ArrayList<ObjectNode>();
        ArrayNode elements = Nodes.array();
        for (ObjectNode row : rows) {
            for (JsonNode button : row.path("elements")) {
                if (elements.size() == SlackLimits.ACTIONS) {
                    blocks.add(Nodes.elements("actions", elements));
                    elements = Nodes.array();
                }
                elements.add(button);
            }
        }
        if (!elements.isEmpty()) {
            blocks.add(Nodes.elements("actions", elements));
        }
        return blocks;
    }
}
