package dev.hallm.bot.identity;

import dev.hallm.bot.identity.LinkOffer.State;
import dev.hallm.bot.storage.BotContext;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.MutableClock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Linking on a database. */
final class LinkBench implements AutoCloseable {
    static final ChatAccount SLACK = new ChatAccount("slack", "T1", "U0BO");
    static final ChatAccount DISCORD = new ChatAccount("discord", "1", "77");
    static final ChatAccount OTHER_DISCORD = new ChatAccount("discord", "1", "88");

    private final BotContext bot;

    /** @param readers how many have to have read a code or offer before the first of them goes on */
    LinkBench(Db kind, int readers) {
        bot = new BotContext(
                kind,
                context -> context.registerBean(
                        LinkRepository.class, () -> new Meeting(context.getBean(JdbcClient.class), readers)),
                LinkedAccounts.class,
                AccountLinking.class);
    }

    AccountLinking linking() {
        return bot.get(AccountLinking.class);
    }

    LinkedAccounts links() {
        return bot.get(LinkedAccounts.class);
    }

    MutableClock clock() {
        return bot.clock();
    }

    BotContext bot() {
        return bot;
    }

    /** A code of the Slack account. */
    LinkCode code() {
        return linking().newCode(SLACK).code();
    }

    /** An offer between the Slack and the Discord account. */
    LinkOffer offer() {
        return switch (linking().enter(DISCORD, code())) {
            case LinkEntry.Offered(LinkOffer offer) -> offer;
            case LinkEntry other -> throw new AssertionError(other);
        };
    }

    State stateOf(LinkOffer offer) {
        return linking().findOffer(offer.id()).orElseThrow().state();
    }

    @Override
    public void close() {
        bot.close();
    }

    /** Lets nobody go on before all have read, so that a race is one each time. */
    static class Meeting extends LinkRepository {
        private final int readers;
        private volatile CountDownLatch missing = new CountDownLatch(0);

        Meeting(JdbcClient jdbc, int readers) {
            super(jdbc);
            this.readers = readers;
        }

        void begin() {
            missing = new CountDownLatch(readers);
        }

        @Override
        Optional<StoredCode> findCode(LinkCode code) {
            return together(super.findCode(code));
        }

        @Override
        Optional<LinkOffer> findOffer(String id) {
            return together(super.findOffer(id));
        }

        private <T> T together(T found) {
            missing.countDown();
            try {
                missing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            return found;
        }
    }

    /** From now on readers wait for each other. */
    void meet() {
        ((Meeting) bot.get(LinkRepository.class)).begin();
    }
}
