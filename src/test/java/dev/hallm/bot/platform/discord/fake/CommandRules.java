package dev.hallm.bot.platform.discord.fake;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The documented limits of application commands. */
final class CommandRules {
    private static final Pattern NAME = Pattern.compile("^[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}$");
    private static final int SUB_COMMAND = 1;
    private static final int SUB_COMMAND_GROUP = 2;
    private static final Set<Integer> WITH_CHOICES = Set.of(3, 4, 10);

    private final FormErrors errors;

    private CommandRules(FormErrors errors) {
        this.errors = errors;
    }

    static void all(JsonNode commands) {
        FormErrors errors = new FormErrors();
        errors.atMostItems("", commands.size(), 100);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < commands.size(); i++) {
            JsonNode command = commands.path(i);
            new CommandRules(errors).command(Integer.toString(i), command);
            if (!names.add(Json.text(command, "name") + command.path("type").asInt(1))) {
                errors.add(i + ".name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Names must be unique");
            }
        }
        errors.refuseIfAny();
    }

    static void one(JsonNode command) {
        FormErrors errors = new FormErrors();
        new CommandRules(errors).command("", command);
        errors.refuseIfAny();
    }

    private void command(String path, JsonNode command) {
        if (command.path("type").asInt(1) != 1) {
            errors.between(path + ".name", Json.text(command, "name"), 1, 32);
            return;
        }
        named(path, command);
        options(path, command, Depth.COMMAND);
        int size = size(command);
        if (size > 8000) {
            errors.add(path, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000): " + size);
        }
    }

    private void named(String path, JsonNode node) {
        String name = Json.text(node, "name");
        if (!NAME.matcher(name).matches() || !name.equals(name.toLowerCase(Locale.ROOT))) {
            errors.add(path + ".name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
        errors.between(path + ".description", Json.text(node, "description"), 1, 100);
    }

    private void options(String path, JsonNode parent, Depth depth) {
        JsonNode options = parent.path("options");
        errors.atMostItems(path + ".options", options.size(), 25);
        Set<String> names = new HashSet<>();
        boolean optional = false;
        for (int i = 0; i < options.size(); i++) {
            JsonNode option = options.path(i);
            String at = path + ".options." + i;
            named(at, option);
            kind(at, parent, option, depth);
            if (!names.add(Json.text(option, "name"))) {
                errors.add(at, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
            }
            boolean required = option.path("required").asBoolean(false);
            if (required && optional) {
                errors.add(
                        at,
                        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                        "Required options must be placed before non-required options");
            }
            optional = optional || !required;
        }
    }

    private void kind(String path, JsonNode parent, JsonNode option, Depth depth) {
        int type = option.path("type").asInt(0);
        boolean nested = type == SUB_COMMAND || type == SUB_COMMAND_GROUP;
        boolean mixed = parent.path("options")
                .valueStream()
                .map(sibling -> sibling.path("type").asInt(0))
                .anyMatch(sibling -> (sibling <= SUB_COMMAND_GROUP) != nested);
        if (mixed || !depth.takes(type)) {
            errors.add(
                    path + ".type",
                    "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                    "Sub-command and sub-command group option types are mutually exclusive to all other types");
        }
        if (nested) {
            options(path, option, type == SUB_COMMAND ? Depth.SUB_COMMAND : Depth.GROUP);
        } else {
            choices(path, option, type);
        }
    }

    private void choices(String path, JsonNode option, int type) {
        JsonNode choices = option.path("choices");
        errors.atMostItems(path + ".choices", choices.size(), 25);
        if (!choices.isEmpty() && option.path("autocomplete").asBoolean(false)) {
            errors.add(path, "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE", "autocomplete may not be true with choices");
        }
        if (!WITH_CHOICES.contains(type)
                && (!choices.isEmpty() || option.path("autocomplete").asBoolean(false))) {
            errors.add(path + ".choices", "APPLICATION_COMMAND_OPTIONS_TYPE", "Only for strings and numbers");
        }
        for (int i = 0; i < choices.size(); i++) {
            errors.between(path + ".choices." + i + ".name", Json.text(choices.path(i), "name"), 1, 100);
            errors.between(path + ".choices." + i + ".value", Json.text(choices.path(i), "value"), 1, 100);
        }
    }

    private static int size(JsonNode node) {
        int size = longest(node, "name") + longest(node, "description");
        for (JsonNode option : node.path("options")) {
            size += size(option);
        }
        for (JsonNode choice : node.path("choices")) {
            size += longest(choice, "name") + Json.length(Json.text(choice, "value"));
        }
        return size;
    }

    private static int longest(JsonNode node, String field) {
        int longest = Json.length(Json.text(node, field));
        for (JsonNode translated : node.path(field + "_localizations")) {
            longest = Math.max(longest, Json.length(translated.asString("")));
        }
        return longest;
    }

    /** Where options stand; subcommands may stand in a group, nothing deeper. */
    private enum Depth {
        COMMAND,
        GROUP,
        SUB_COMMAND;

        boolean takes(int type) {
            return switch (this) {
                case COMMAND -> true;
                case GROUP -> type == CommandRules.SUB_COMMAND;
                case SUB_COMMAND -> type > SUB_COMMAND_GROUP;
            };
        }
    }
}
