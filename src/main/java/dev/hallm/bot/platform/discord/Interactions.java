package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.command.Dispatcher;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.GroupDirectory.Membership;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.Interaction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what people did into deliveries, each on a thread of its own so that the gateway is never held up, and answers
 * them at once. Interactions of kinds that the bot does not offer, and bots, get no answer.
 */
final class Interactions implements EventListener {
    private static final Logger LOG = LoggerFactory.getLogger(Interactions.class);

    private final DiscordAccess access;
    private final Supplier<DiscordCommands> commands;
    private final FirstResponses responses;
    private final Completions completions;
    private final MembersSeen seen;
    private final Clock clock;

    Interactions(
            DiscordAccess access,
            Supplier<DiscordCommands> commands,
            FirstResponses responses,
            Completions completions,
            MembersSeen seen,
            Clock clock) {
        this.access = access;
        this.commands = commands;
        this.responses = responses;
        this.completions = completions;
        this.seen = seen;
        this.clock = clock;
    }

    @Override
    public void onEvent(GenericEvent event) {
        switch (event) {
            case SlashCommandInteractionEvent slash -> aside(slash, () -> command(slash));
            case ButtonInteractionEvent button -> aside(button, () -> click(button));
            case ModalInteractionEvent modal -> aside(modal, () -> form(modal));
            case CommandAutoCompleteInteractionEvent typing ->
                aside(typing, () -> completions.answer(typing, account(typing), path(typing.getFullCommandName())));
            default -> LOG.trace("nothing to do for {}", event.getClass());
        }
    }

    private void aside(Interaction interaction, Runnable work) {
        if (interaction.getUser().isBot() || interaction.getUser().isSystem()) {
            return;
        }
        Thread.ofPlatform().daemon().name("discord-interaction").start(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("interaction {} failed", interaction.getId(), e);
            }
        });
    }

    private void command(SlashCommandInteractionEvent event) {
        Map<String, String> values = DiscordCommands.values(event.getOptions());
        var content = new Delivery.Submission(path(event.getFullCommandName()), values, null);
        responses.toCommand(event, delivery(event, Handle.Surface.COMMAND, content));
    }

    /** The command's path; a name that is none of ours goes to the core as it is, which says so. */
    private String path(String name) {
        return commands.get().find(name).map(Dispatcher.Entry::path).orElse(name);
    }

    private void click(ButtonInteractionEvent event) {
        var content = new Delivery.Click(event.getComponentId(), ref(event, event.getMessage()));
        responses.toClick(event, delivery(event, Handle.Surface.CLICK, content));
    }

    private void form(ModalInteractionEvent event) {
        @Nullable Message message = event.getMessage();
        var content = new Delivery.Submission(
                event.getModalId(), ModalValues.of(event), message == null ? null : ref(event, message));
        var surface = message == null ? Handle.Surface.FORM : Handle.Surface.FORM_OF_MESSAGE;
        responses.toForm(event, delivery(event, surface, content));
    }

    private static MessageRef ref(Interaction event, Message message) {
        return new MessageRef(DiscordSettings.PLATFORM, channel(event), message.getId());
    }

    private static String channel(Interaction event) {
        return Long.toUnsignedString(event.getChannelIdLong());
    }

    private Delivery delivery(Interaction event, Handle.Surface surface, Delivery.Content content) {
        String app = event.getJDA().getSelfUser().getApplicationId();
        var handle = new Handle(
                app, event.getToken(), clock.instant().getEpochSecond(), channel(event), surface, event.getId());
        return new Delivery(event.getId(), account(event), handle.write(), content);
    }

    /** Whose it is: in a direct message there is no guild, and the person is asked for in the bot's own. */
    private ChatAccount account(Interaction event) {
        String guild =
                event.getGuild() == null ? access.guild() : event.getGuild().getId();
        @Nullable Member member = event.getMember();
        if (member != null && guild.equals(access.guild())) {
            seen.saw(member.getId(), membership(member));
        }
        return new ChatAccount(DiscordSettings.PLATFORM, guild, event.getUser().getId());
    }

    private static Membership membership(Member member) {
        var roles = member.getRoles().stream().map(Role::getId).collect(Collectors.toSet());
        return DiscordDirectory.membership(
                member.getUser().isBot(), member.isPending(), member.getEffectiveName(), roles);
    }
}
