package dev.hallm.bot.platform.console;

import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.platform.console.Interaction.Act;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a visitor does: says a line, sends a form, clicks a button. */
@Controller
@Profile("dev")
class ConsoleActionController {
    private final Visitors visitors;
    private final Interaction interaction;
    private final RootCommand root;

    ConsoleActionController(Visitors visitors, Interaction interaction, RootCommand root) {
        this.visitors = visitors;
        this.interaction = interaction;
        this.root = root;
    }

    @PostMapping("/console/say")
    ResponseEntity<String> say(
            @RequestParam("as") String as,
            @RequestParam("channel") String channel,
            @RequestParam("key") DeliveryKey key,
            @RequestParam("text") String text) {
        String words = root.removedFrom(text).strip();
        if (words.isEmpty()) {
            return Interaction.problem(200, "Type a command first, such as help.");
        }
        if (Limits.tooLong(words)) {
            return Interaction.problem(413, Limits.TOO_LONG);
        }
        return interaction.bring(
                new Act(visitors.get(as), channel, key.value(), new Delivery.Words(words), root.before(words)));
    }

    @PostMapping("/console/submit")
    ResponseEntity<String> submit(
            @RequestParam("as") String as,
            @RequestParam("channel") String channel,
            @RequestParam("key") DeliveryKey key,
            @RequestParam("form") String form,
            @RequestParam("title") String title,
            @RequestParam(name = "in", required = false) @Nullable String in,
            @RequestParam(name = "message", required = false) @Nullable String message,
            @RequestParam Map<String, String> all) {
        SortedMap<String, String> values = values(all);
        if (values.values().stream().anyMatch(Limits::tooLong)) {
            return Interaction.problem(413, Limits.TOO_LONG);
        }
        var submission = new Delivery.Submission(form, values, ref(in, message));
        return interaction.bring(
                new Act(visitors.get(as), channel, key.value(), submission, echo(form, title, values)));
    }

    @PostMapping("/console/click")
    ResponseEntity<String> click(
            @RequestParam("as") String as,
            @RequestParam("channel") String channel,
            @RequestParam("key") DeliveryKey key,
            @RequestParam("action") String action,
            @RequestParam("in") String in,
            @RequestParam("message") String message) {
        var click = new Delivery.Click(action, ref(in, message));
        return interaction.bring(new Act(visitors.get(as), channel, key.value(), click, null));
    }

    private static @Nullable MessageRef ref(@Nullable String in, @Nullable String message) {
        return in == null || message == null ? null : new MessageRef(ConsolePerson.PLATFORM, in, message);
    }

    private static SortedMap<String, String> values(Map<String, String> all) {
        SortedMap<String, String> values = new TreeMap<>();
        all.forEach((name, value) -> {
            if (name.startsWith(FieldHtml.PREFIX)) {
                values.put(name.substring(FieldHtml.PREFIX.length()), value);
            }
        });
        return values;
    }

    /** A command's form reads as the command it stands for, a button's form by its title. */
    private String echo(String form, String title, SortedMap<String, String> values) {
        if (form.contains("~")) {
            return title;
        }
        String arguments = values.entrySet().stream()
                .filter(value -> !value.getValue().isBlank())
                .map(value -> " " + value.getKey() + "=" + quoted(value.getValue()))
                .collect(Collectors.joining());
        return root.before(form + arguments);
    }

    private static String quoted(String value) {
        return value.chars().noneMatch(Character::isWhitespace) ? value : '"' + value.replace("\"", "'") + '"';
    }
}
