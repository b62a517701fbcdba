package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Identities;
import java.util.Collection;
import java.util.stream.Collectors;
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

    /** Accounts with the platforms that they are on, {@code Bo Lind on Discord}. */
    public String onPlatforms(Collection<ChatAccount> accounts) {
        return accounts.stream().map(this::onPlatform).collect(Collectors.joining(", "));
    }

    /** An account with its platform, {@code Bo Lind on Discord}. */
    public String onPlatform(ChatAccount account) {
        return text("person.on-platform", "name", name(account), "platform", PlatformNames.of(account.platform()));
    }
}
