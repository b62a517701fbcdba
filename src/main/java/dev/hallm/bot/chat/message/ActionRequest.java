package dev.hallm.bot.chat.message;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Role;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a button does. It is stored when the message is sent, and the button carries only the opaque id of the row;
 * who may click is checked again at the click.
 *
 * @param verb one of the catalogue's; decides the first response (form or deferral) before the row is read
 */
public record ActionRequest(String verb, SortedMap<String, String> arguments, Clickers clickers, Duration validFor) {
    public ActionRequest {
        arguments = Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
    }

    public static ActionRequest of(String verb, Map<String, String> arguments, Clickers clickers) {
        return new ActionRequest(verb, new TreeMap<>(arguments), clickers, Duration.ofDays(30));
    }

    /** An argument, empty when it has none of this name. */
    public String argument(String name) {
        return arguments.getOrDefault(name, "");
    }

    /**
     * Who may click: any of the accounts, or holders of any of the roles. Both are in a fixed order, so that every
     * process writes equal requests alike.
     */
    public record Clickers(Set<ChatAccount> accounts, Set<Role> roles) {
        public Clickers {
            accounts = sorted(accounts, Comparator.comparing(ChatAccount::toString));
            roles = sorted(roles, Comparator.naturalOrder());
        }

        private static <T> Set<T> sorted(Set<T> elements, Comparator<T> order) {
            return Collections.unmodifiableSet(
                    new LinkedHashSet<>(elements.stream().sorted(order).toList()));
        }

        public static Clickers only(ChatAccount account) {
            return new Clickers(Set.of(account), Set.of());
        }

        public static Clickers holding(Role... roles) {
            return new Clickers(Set.of(), Set.of(roles));
        }
    }
}
