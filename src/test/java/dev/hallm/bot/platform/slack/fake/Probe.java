package dev.hallm.bot.platform.slack.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A place in a payload under examination: the node, its JSON pointer, and where findings go, in Slack's words. */
record Probe(JsonNode node, String pointer, List<String> findings) {
    static Probe at(String pointer, JsonNode node) {
        return new Probe(node, pointer, new ArrayList<>());
    }

    Probe at(String field) {
        return new Probe(node.path(field), pointer + "/" + field, findings);
    }

    List<Probe> each() {
        var all = new ArrayList<Probe>();
        for (int i = 0; i < node.size(); i++) {
            all.add(new Probe(node.path(i), pointer + "/" + i, findings));
        }
        return all;
    }

    void found(String words) {
        findings.add(words + " [json-pointer:" + pointer + "]");
    }

    boolean has(String field) {
        return node.has(field);
    }

    String type() {
        return Json.text(node, "type");
    }

    String text(String field) {
        return Json.text(node, field);
    }

    /** An object with no field but these. */
    boolean object(Set<String> allowed) {
        if (!node.isObject()) {
            found("must be an object");
            return false;
        }
        for (String field : node.propertyNames()) {
            if (!allowed.contains(field)) {
                found("additional property \"" + field + "\" is not allowed");
            }
        }
        return true;
    }

    /** A string of this length that must be there when {@code least} is above zero. */
    void string(String field, int least, int most) {
        if (!has(field)) {
            if (least > 0) {
                found("missing required field: " + field);
            }
            return;
        }
        at(field).length(least, most);
    }

    private void length(int least, int most) {
        if (!node.isString()) {
            found("must be a string");
            return;
        }
        int length = node.asString("").length();
        if (length < least) {
            found("must be more than " + (least - 1) + " characters");
        }
        if (length > most) {
            found("must be less than " + (most + 1) + " characters");
        }
    }

    void bool(String field) {
        if (has(field) && !at(field).node().isBoolean()) {
            at(field).found("must be a boolean");
        }
    }

    void integer(String field, int least, int most) {
        if (!has(field)) {
            return;
        }
        Probe number = at(field);
        if (!number.node().isIntegralNumber()) {
            number.found("must be an integer");
        } else if (number.node().asLong() < least || number.node().asLong() > most) {
            number.found("must be between " + least + " and " + most);
        }
    }

    void oneOf(String field, Set<String> values) {
        if (has(field) && !values.contains(text(field))) {
            at(field).found("value must be one of " + values.stream().sorted().toList());
        }
    }

    /** A list of this many items; empty when it is none. */
    List<Probe> list(String field, int least, int most) {
        if (!has(field)) {
            if (least > 0) {
                found("missing required field: " + field);
            }
            return List.of();
        }
        Probe list = at(field);
        if (!list.node().isArray()) {
            list.found("must be an array");
            return List.of();
        }
        if (list.node().size() < least) {
            list.found("no less than " + least + " items allowed");
        }
        if (list.node().size() > most) {
            list.found("no more than " + most + " items allowed");
        }
        return list.each();
    }
}
