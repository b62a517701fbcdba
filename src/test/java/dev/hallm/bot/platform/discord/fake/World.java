package dev.hallm.bot.platform.discord.fake;

import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** What all parts of the fake share. Whoever changes several things at once holds its lock. */
final class World {
    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private final Snowflakes ids;
    private final Problems problems = new Problems();
    private final FakeApp app;
    private final FakeGuild guild;
    private final Channels channels;
    private final Messages messages;
    private final FakeCommands commands;
    private final Interactions interactions;
    private final FakeGateway gateway;
    private volatile String address = "";

    World(Clock clock) {
        this.clock = clock;
        ids = new Snowflakes(clock);
        app = new FakeApp(ids);
        guild = new FakeGuild(this);
        channels = new Channels(this);
        messages = new Messages(this);
        commands = new FakeCommands(this);
        interactions = new Interactions(this);
        gateway = new FakeGateway(this);
    }

    <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Where attachments can be fetched. */
    String address() {
        return address + "/api/v10";
    }

    void address(String newAddress) {
        address = newAddress;
    }

    Clock clock() {
        return clock;
    }

    String nextId() {
        return ids.next();
    }

    Problems problems() {
        return problems;
    }

    FakeApp app() {
        return app;
    }

    FakeGuild guild() {
        return guild;
    }

    Channels channels() {
        return channels;
    }

    Messages messages() {
        return messages;
    }

    FakeCommands commands() {
        return commands;
    }

    Interactions interactions() {
        return interactions;
    }

    FakeGateway gateway() {
        return gateway;
    }
}
