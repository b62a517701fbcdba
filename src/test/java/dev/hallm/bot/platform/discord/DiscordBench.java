package dev.hallm.bot.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.platform.discord.fake.DiscordChannel;
import dev.hallm.bot.platform.discord.fake.DiscordPerson;
import dev.hallm.bot.platform.discord.fake.FakeDiscord;
import dev.hallm.bot.platform.discord.fake.OpenedModal;
import dev.hallm.bot.platform.discord.fake.SentInteraction;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import org.jspecify.annotations.Nullable;

/** A strict Discord that takes or refuses what the renderer wrote, over a plain JDA. */
final class DiscordBench implements AutoCloseable {
    private final FakeDiscord discord = FakeDiscord.start();
    private final DiscordChannel channel = discord.channel("lab");
    private final DiscordPerson ana = discord.person("ana");
    private final Listener listener = new Listener();
    private final JDA jda;

    DiscordBench() throws InterruptedException {
        discord.rateLimits().limitGlobally(10_000, Duration.ofSeconds(1));
        jda = JDABuilder.createLight(discord.token(), EnumSet.noneOf(GatewayIntent.class))
                .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl()))
                .setSessionController(new OwnGateway(discord.gatewayUrl()))
                .setEnableShutdownHook(false)
                .addEventListeners(listener)
                .build()
                .awaitReady();
    }

    DiscordPerson ana() {
        return ana;
    }

    /** Posts every page and edits the first, and fails when Discord has anything against it. */
    void takes(Rendered rendered) {
        discord.forgetProblems();
        TextChannel lab = Objects.requireNonNull(jda.getTextChannelById(channel.id()));
        rendered.pages().reversed().forEach(page -> lab.sendMessage(page).complete());
        long id = Long.parseLong(discord.messages(channel).getLast().id());
        lab.editMessageById(id, rendered.edit()).complete();
        assertThat(discord.problems()).isEmpty();
    }

    void takes(List<SlashCommandData> commands) {
        discord.forgetProblems();
        Objects.requireNonNull(jda.getGuildById(discord.guild().id()))
                .updateCommands()
                .addCommands(commands)
                .complete();
        assertThat(discord.problems()).isEmpty();
    }

    /** Opens a form, fills in by label and answers with the values that come back. */
    Map<String, String> filled(Form form, Map<String, ?> byLabel) {
        takes(List.of(Commands.slash("form", "Opens the form")));
        listener.form = form;
        OpenedModal modal = ana.slash("form").awaitModal();
        ana.submits(modal, byLabel);
        assertThat(discord.problems()).isEmpty();
        return listener.next();
    }

    /** Runs a command that is registered and answers with its options' values. */
    Map<String, String> run(String path, Map<String, ?> options) {
        listener.form = null;
        SentInteraction _ = ana.slash(path, options);
        return listener.next();
    }

    @Override
    public void close() {
        jda.shutdownNow();
        discord.close();
    }

    private static final class OwnGateway extends ConcurrentSessionController {
        private final String url;

        OwnGateway(String url) {
            this.url = url;
        }

        @Override
        public String getGateway() {
            return url;
        }
    }

    private static final class Listener extends ListenerAdapter {
        private final LinkedBlockingQueue<Map<String, String>> values = new LinkedBlockingQueue<>();
        private volatile @Nullable Form form;

        @Override
        public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
            Form shown = form;
            if (shown == null) {
                values.add(DiscordCommands.values(event.getOptions()));
                event.deferReply(true).queue();
            } else {
                event.replyModal(Drawn.RENDERER.modal(shown)).queue();
            }
        }

        @Override
        public void onModalInteraction(ModalInteractionEvent event) {
            values.add(ModalValues.of(event));
            event.deferReply(true).queue();
        }

        Map<String, String> next() {
            try {
                Map<String, String> next = values.poll(10, TimeUnit.SECONDS);
                if (next == null) {
                    throw new AssertionError("nothing came back");
                }
                return next;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
