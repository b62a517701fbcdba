package dev.hallm.bot.platform.console;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.GroupDirectory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who is who in the console: everyone listed is a member, {@code guest} is a guest. */
@Component
@Profile("dev")
class ConsoleDirectory implements GroupDirectory {
    private static final int SUGGESTIONS = 25;

    private final People people;

    ConsoleDirectory(People people) {
        this.people = people;
    }

    @Override
    public String platform() {
        return ConsolePerson.PLATFORM;
    }

    @Override
    public Membership membership(ChatAccount account) {
        if (account.user().equals(People.GUEST)) {
            return new Membership.Guest();
        }
        return of(account)
                .<Membership>map(person -> new Membership.Member(person.displayName(), Set.of()))
                .orElseGet(Membership.NotFound::new);
    }

    @Override
    public Optional<ChatAccount> resolve(String mention) {
        String word = mention.startsWith("@") ? mention.substring(1) : mention;
        return people.all().stream()
                .filter(person ->
                        person.id().equals(word) || person.account().toString().equals(word))
                .map(ConsolePerson::account)
                .findFirst();
    }

    @Override
    public List<Suggested> suggest(String prefix) {
        String start = prefix.startsWith("@") ? prefix.substring(1) : prefix;
        return people.all().stream()
                .filter(person -> !person.id().equals(People.GUEST))
                .filter(person -> startsWith(person, start.toLowerCase(Locale.ROOT)))
                .map(person -> new Suggested("@" + person.id(), person.displayName()))
                .limit(SUGGESTIONS)
                .toList();
    }

    private static boolean startsWith(ConsolePerson person, String start) {
        return person.id().startsWith(start)
                || person.displayName().toLowerCase(Locale.ROOT).startsWith(start);
    }

    private Optional<ConsolePerson> of(ChatAccount account) {
        boolean here = account.platform().equals(ConsolePerson.PLATFORM)
                && account.realm().equals(ConsolePerson.REALM);
        return here ? people.find(account.user()) : Optional.empty();
    }
}
