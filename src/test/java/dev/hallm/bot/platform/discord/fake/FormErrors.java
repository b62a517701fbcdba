package dev.hallm.bot.platform.discord.fake;

import tools.jackson.databind.node.ObjectNode;

/** Collects what is wrong with a request body in the tree that Discord answers under {@code errors}. */
final class FormErrors {
    private final ObjectNode tree = Json.object();

    /** Adds an error at a dotted path such as {@code embeds.0.title}. */
    void add(String path, String code, String message) {
        ObjectNode node = tree;
        for (String name : path.split("\\.", -1)) {
            node = name.isEmpty() ? node : node.withObjectProperty(name);
        }
        node.withArrayProperty("_errors").addObject().put("code", code).put("message", message);
    }

    /** Adds an error when the text is longer than allowed. */
    void atMost(String path, String text, int most) {
        if (Json.length(text) > most) {
            add(path, "BASE_TYPE_MAX_LENGTH", "Must be " + most + " or fewer in length.");
        }
    }

    /** Adds an error when the text's length is not within the bounds. */
    void between(String path, String text, int least, int most) {
        int length = Json.length(text);
        if (length < least || length > most) {
            add(path, "BASE_TYPE_BAD_LENGTH", "Must be between " + least + " and " + most + " in length.");
        }
    }

    void atMostItems(String path, int size, int most) {
        if (size > most) {
            add(path, "BASE_TYPE_MAX_LENGTH", "Must be " + most + " or fewer in length.");
        }
    }

    boolean isEmpty() {
        return tree.isEmpty();
    }

    /** Refuses the request when anything was added. */
    void refuseIfAny() {
        if (!isEmpty()) {
            throw new Refusal(DiscordError.INVALID_FORM_BODY, tree);
        }
    }

    static Refusal of(String path, String code, String message) {
        FormErrors errors = new FormErrors();
        errors.add(path, code, message);
        return new Refusal(DiscordError.INVALID_FORM_BODY, errors.tree);
    }
}
