package dev.hallm.bot.view;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.GroupDirectory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Knows everybody on the console by the id with a capital: {@code ana} is Ana. */
final class CapitalNames implements GroupDirectory {
    @Override
    public String platform() {
        return "console";
    }

    @Override
    public Membership membership(ChatAccount account) {
        String id = account.user();
        return new Membership.Member(id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1), Set.of());
    }

    @Override
    public Optional<ChatAccount> resolve(String mention) {
        return Optional.empty();
    }

    @Override
    public List<Suggested> suggest(String prefix) {
        return List.of();
    }
}
