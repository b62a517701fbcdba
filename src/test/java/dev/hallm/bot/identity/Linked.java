package dev.hallm.bot.identity;

import dev.hallm.bot.storage.BotContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes people of accounts without the conversation that it takes. */
public final class Linked {
    private Linked() {}

    public static void make(BotContext bot, ChatAccount one, ChatAccount other) {
        make(bot.get(TransactionTemplate.class), bot.get(LinkedAccounts.class), one, other);
    }

    public static void make(TransactionTemplate transaction, LinkedAccounts links, ChatAccount one, ChatAccount other) {
        transaction.executeWithoutResult(_ -> {
            if (!links.link(one, other)) {
                throw new AssertionError(one + " and " + other + " have a platform in common");
            }
        });
    }

    public static void remove(BotContext bot, ChatAccount account) {
        bot.inTransaction(() -> bot.get(LinkedAccounts.class).unlink(account));
    }

    public static void remove(TransactionTemplate transaction, LinkedAccounts links, ChatAccount account) {
        transaction.executeWithoutResult(_ -> links.unlink(account));
    }
}
