package dev.hallm.bot.kube;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** The API server without its HTTP: what controllers and handlers work with. */
final class Api {
    private final ResourceTypes types = new ResourceTypes();
    private final Store store = new Store();
    private final Reader reader = new Reader(store);
    private final Clock clock;
    private final Writer writer;
    private final Tokens tokens;

    Api(Clock clock) {
        this.clock = clock;
        this.writer = new Writer(store, types, clock);
        this.tokens = new Tokens(store, clock);
    }

    ResourceTypes types() {
        return types;
    }

    Store store() {
        return store;
    }

    Reader reader() {
        return reader;
    }

    Writer writer() {
        return writer;
    }

    Tokens tokens() {
        return tokens;
    }

    Clock clock() {
        return clock;
    }

    /** The time as objects state it. */
    String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
