package dev.hallm.bot.platform.console;

import dev.hallm.bot.chat.ChatSettings;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.identity.RoleGrants;
import dev.hallm.bot.identity.RoleGrants.Grant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** People, places and messages of the console's tests. */
final class Sample {
    static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    static final Conversation APPROVALS = new Conversation("approvals");
    static final People PEOPLE = new People(
            new ConsoleSettings(List.of("ana", "bo", "cy", "guest")),
            new RoleGrants(Map.of(
                    Role.ADMIN, granted("ana"),
                    Role.APPROVER, granted("bo"),
                    Role.USER, granted("ana", "bo", "cy"))));
    static final RootCommand ROOT = new RootCommand(new ChatSettings("hallm", ZoneOffset.UTC, "#ha-help"));

    private Sample() {}

    private static List<Grant> granted(String... users) {
        return List.of(new Grant(ConsolePerson.PLATFORM, ConsolePerson.REALM, Set.of(users), Set.of(), false));
    }

    static ConsolePerson person(String id) {
        return PEOPLE.find(id).orElseThrow();
    }

    /** What a button does here. */
    static ActionRequest action(String verb) {
        return ActionRequest.of(verb, Map.of("request", "r1"), Clickers.holding(Role.APPROVER));
    }

    static Message message(Block... blocks) {
        return Message.of(Tone.NEUTRAL, "fallback", blocks);
    }

    /** A message as it lies in the transcript, with ids for its buttons. */
    static ConsoleMessage posted(Message content) {
        return ConsoleMessage.fresh("m1", APPROVALS, ConsoleMessage.BOT, ConsoleMessage.State.POSTED, content, NOW)
                .answered(content, ids(content), "n1")
                .numbered(7, 9);
    }

    private static List<String> ids(Message content) {
        List<Button> buttons = content.blocks().stream()
                .filter(Block.Buttons.class::isInstance)
                .flatMap(block -> ((Block.Buttons) block).buttons().stream())
                .toList();
        return IntStream.range(0, buttons.size())
                .mapToObj(i -> buttons.get(i).action().verb() + "~" + i)
                .toList();
    }
}
