package dev.hallm.bot.platform.discord;

import dev.hallm.bot.command.Dispatcher;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import tools.jackson.databind.json.JsonMapper;

/**
 * The catalogue as slash commands of one guild: a group is a command with subcommands ({@code /user create}), a single
 * word is a command. Discord does not let a command with subcommands be used itself: a word that is also a group becomes
 * its subcommand {@code show}.
 */
final class DiscordCommands {
    private static final List<String> ITSELF = List.of("show", "list", "all", "overview");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SortedMap<String, Dispatcher.Entry> byName;
    private final List<SlashCommandData> data;

    private DiscordCommands(SortedMap<String, Dispatcher.Entry> byName) {
        this.byName = byName;
        this.data = build(byName);
    }

    /** @throws IllegalArgumentException when there are more than Discord takes */
    static DiscordCommands of(List<Dispatcher.Entry> entries) {
        List<String> paths = entries.stream().map(Dispatcher.Entry::path).toList();
        SortedMap<String, Dispatcher.Entry> byName = new TreeMap<>();
        entries.forEach(entry -> byName.put(name(entry.path(), paths), entry));
        return new DiscordCommands(byName);
    }

    private static String name(String path, List<String> paths) {
        boolean group = paths.stream().anyMatch(other -> other.startsWith(path + " "));
        return group
                ? ITSELF.stream()
                        .map(word -> path + " " + word)
                        .filter(name -> !paths.contains(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no name is left for the command " + path))
                : path;
    }

    /** What to register, in a fixed order. */
    List<SlashCommandData> data() {
        return data;
    }

    /** The command that a full name on Discord ({@code user create}) stands for. */
    Optional<Dispatcher.Entry> find(String fullName) {
        return Optional.ofNullable(byName.get(fullName));
    }

    /** The same for the same commands in every process: register only when it changes. */
    String digest() {
        String canonical = data.stream().map(DiscordCommands::canonical).collect(Collectors.joining("\n"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String canonical(SlashCommandData command) {
        return sorted(JSON.readValue(command.toData().toJson(), Object.class)).toString();
    }

    private static Object sorted(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                SortedMap<String, Object> sorted = new TreeMap<>();
                map.forEach((key, element) -> sorted.put(String.valueOf(key), sorted(element == null ? "" : element)));
                yield sorted;
            }
            case List<?> list -> list.stream().map(DiscordCommands::sorted).toList();
            default -> value;
        };
    }

    /** The values of a command's options by argument name, a person as a mention. */
    static Map<String, String> values(List<OptionMapping> options) {
        Map<String, String> values = new LinkedHashMap<>();
        for (OptionMapping option : options) {
            String value = option.getAsString();
            if (!value.isBlank()) {
                values.put(option.getName(), option.getType() == OptionType.USER ? "<@" + value + ">" : value);
            }
        }
        return values;
    }

    private static List<SlashCommandData> build(SortedMap<String, Dispatcher.Entry> byName) {
        Map<String, SlashCommandData> commands = new TreeMap<>();
        byName.forEach((name, entry) -> {
            String[] words = name.split(" ", 2);
            if (words.length == 1) {
                commands.put(name, command(name, entry.caption()).addOptions(CommandOptions.of(entry.form())));
            } else {
                commands.computeIfAbsent(words[0], word -> command(word, group(word, byName)))
                        .addSubcommands(new SubcommandData(words[1], description(entry.caption()))
                                .addOptions(CommandOptions.of(entry.form())));
            }
        });
        commands.values().forEach(DiscordCommands::check);
        return List.copyOf(commands.values());
    }

    /** What a group holds: {@code user: create, list, show}. */
    private static String group(String word, SortedMap<String, Dispatcher.Entry> byName) {
        return word + ": "
                + byName.keySet().stream()
                        .filter(name -> name.startsWith(word + " "))
                        .map(name -> name.substring(word.length() + 1))
                        .collect(Collectors.joining(", "));
    }

    private static SlashCommandData command(String word, String description) {
        return Commands.slash(word, description(description)).setContexts(InteractionContextType.GUILD);
    }

    private static String description(String caption) {
        return CleanText.shown(caption, DiscordLimits.COMMAND_DESCRIPTION);
    }

    private static void check(SlashCommandData command) {
        int size = CommandSize.of(command);
        if (size > DiscordLimits.COMMAND) {
            throw new IllegalArgumentException("the command %s has %d characters, more than Discord's %d"
                    .formatted(command.getName(), size, DiscordLimits.COMMAND));
        }
    }
}
