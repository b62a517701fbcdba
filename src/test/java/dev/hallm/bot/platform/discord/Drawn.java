package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.ChatSettings;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.port.ActionIds;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Role;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** Messages of tests and what the renderer makes of them. */
final class Drawn {
    static final DiscordRenderer RENDERER = new DiscordRenderer(new ChatSettings("hallm", ZoneOffset.UTC, "#ha-help"));
    static final ChatAccount ZOE = new ChatAccount(DiscordSettings.PLATFORM, "700", "81384788765712384");

    private Drawn() {}

    static Rendered of(Message message) {
        return RENDERER.message(message, ids());
    }

    static Rendered of(Block... blocks) {
        return of(message(blocks));
    }

    static Message message(Block... blocks) {
        return Message.of(Tone.NEUTRAL, "fallback", blocks);
    }

    /** The same id for the same action. */
    static ActionIds ids() {
        Map<ActionRequest, String> given = new LinkedHashMap<>();
        return action -> given.computeIfAbsent(action, _ -> action.verb() + "~" + given.size());
    }

    static Button button(String label, String tenant) {
        return Button.of(label, label + " " + tenant, action("approve", tenant));
    }

    static ActionRequest action(String verb, String tenant) {
        return ActionRequest.of(verb, Map.of("tenant", tenant), Clickers.holding(Role.APPROVER));
    }

    static Block.Buttons buttons(int count) {
        return new Block.Buttons(IntStream.range(0, count)
                .mapToObj(i -> button("Retry step " + i, "t" + i))
                .toList());
    }

    static MessageEmbed embed(Rendered rendered) {
        return rendered.first().getEmbeds().getFirst();
    }

    static String description(Block... blocks) {
        return Optional.ofNullable(embed(of(blocks)).getDescription()).orElse("");
    }

    /** Every text that Discord reads as markdown. */
    static List<String> markdown(Rendered rendered) {
        return rendered.pages().stream().flatMap(Drawn::markdown).toList();
    }

    private static Stream<String> markdown(MessageCreateData page) {
        Stream<String> embeds = page.getEmbeds().stream()
                .flatMap(embed -> Stream.concat(
                        Stream.of(Optional.ofNullable(embed.getTitle()), Optional.ofNullable(embed.getDescription()))
                                .flatMap(Optional::stream),
                        embed.getFields().stream().flatMap(field -> Stream.of(field.getName(), field.getValue()))));
        return Stream.concat(Stream.of(page.getContent()), embeds).filter(text -> !text.isEmpty());
    }
}
