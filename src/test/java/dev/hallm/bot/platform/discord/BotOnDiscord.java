package dev.hallm.bot.platform.discord;

import static org.awaitility.Awaitility.await;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.port.Attempt;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.command.Acknowledgements;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.platform.discord.fake.DiscordChannel;
import dev.hallm.bot.platform.discord.fake.DiscordPerson;
import dev.hallm.bot.platform.discord.fake.FakeDiscord;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import net.javacrumbs.shedlock.core.LockProvider;

/** The adapter with a scripted core, on a Discord of a test. */
final class BotOnDiscord implements AutoCloseable {
    static final LeaderSettings QUICK =
            new LeaderSettings(Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofMillis(50));
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final ScriptedDispatcher dispatcher = new ScriptedDispatcher();
    final DiscordState state;
    final DiscordLink link;
    private final FakeDiscord discord;

    /** Where the time to the first responses is recorded. */
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private BotOnDiscord(FakeDiscord discord, String token, DiscordLink.Leaders leaders, Clock clock) {
        this.discord = discord;
        this.state = new DiscordState(true, !token.isEmpty());
        var access = new DiscordAccess(discord.guild().id(), token, discord.apiUrl());
        var acknowledgements = new Acknowledgements(meters);
        this.link = DiscordLink.of(access, state, Drawn.RENDERER, leaders, () -> dispatcher, acknowledgements, clock);
    }

    /** Started, and perhaps not connected yet. */
    static BotOnDiscord started(FakeDiscord discord, String token, DiscordLink.Leaders leaders, Clock clock) {
        BotOnDiscord bot = new BotOnDiscord(discord, token, leaders, clock);
        bot.link.gateway().start();
        return bot;
    }

    /** Put together, to be started by the test. */
    static BotOnDiscord ready(FakeDiscord discord, String token, LockProvider locks, Clock clock) {
        discord.gateway().identifyWindow(Duration.ZERO);
        return new BotOnDiscord(discord, token, new DiscordLink.Leaders(locks, QUICK), clock);
    }

    /** Connected, alone, with its commands registered. */
    static BotOnDiscord connected(FakeDiscord discord, LockProvider locks, Clock clock) {
        discord.gateway().identifyWindow(Duration.ZERO);
        BotOnDiscord bot = started(discord, discord.token(), new DiscordLink.Leaders(locks, QUICK), clock);
        bot.awaitConnected();
        await().atMost(PATIENCE).until(() -> discord.commands().find("user").isPresent());
        return bot;
    }

    void awaitConnected() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> link.platform().sends() && state.connected());
    }

    Delivery awaitDelivery() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> !dispatcher.deliveries.isEmpty());
        return dispatcher.deliveries.getLast();
    }

    ChatAccount account(DiscordPerson person) {
        return new ChatAccount(DiscordSettings.PLATFORM, discord.guild().id(), person.id());
    }

    Sent post(DiscordChannel channel, Message message, Attempt attempt) {
        return post(new Destination.Channel(DiscordSettings.PLATFORM, channel.id()), message, attempt);
    }

    Sent post(Destination to, Message message) {
        return post(to, message, Attempt.first(UUID.randomUUID().toString()));
    }

    Sent post(Destination to, Message message, Attempt attempt) {
        return link.platform().post(to, message, Drawn.ids(), attempt);
    }

    /** The private answer to the delivery. */
    static Destination.Reply reply(Delivery delivery, boolean announced) {
        return new Destination.Reply(delivery.from(), delivery.handle(), announced);
    }

    @Override
    public void close() {
        link.gateway().stop();
    }
}
