package dev.hallm.bot.view;

import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Identities;
import org.springframework.stereotype.Component;

/** People as spans and words. */
@Component
public class People {
    private final Identities identities;

    People(Identities identities) {
        this.identities = identities;
    }

    /** A person named without a notification. */
    public Span named(ChatAccount account) {
        return new Span.Who(account, name(account), false);
    }

    /** A person who must act. */
    public Span called(ChatAccount account) {
        return new Span.Who(account, name(account), true);
    }

    public String name(ChatAccount account) {
        return identities.displayName(account);
    }
}
