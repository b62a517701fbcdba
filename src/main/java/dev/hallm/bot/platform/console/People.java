package dev.hallm.bot.platform.console;

import dev.hallm.bot.identity.Role;
import dev.hallm.bot.identity.RoleGrants;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The people of the console with their names and roles, in the order of bot-config. */
@Component
@Profile("dev")
class People {
    static final String GUEST = "guest";
    private static final Map<String, String> NAMES = Map.of("ana", "Ana Petrov", "bo", "Bo Lind", "cy", "Cy Adler");

    private final ConsoleSettings settings;
    private final RoleGrants grants;

    People(ConsoleSettings settings, RoleGrants grants) {
        this.settings = settings;
        this.grants = grants;
    }

    List<ConsolePerson> all() {
        return settings.people().stream().map(this::describe).toList();
    }

    Optional<ConsolePerson> find(String id) {
        return settings.people().stream().filter(id::equals).findFirst().map(this::describe);
    }

    private ConsolePerson describe(String id) {
        return new ConsolePerson(id, displayName(id), roles(id));
    }

    private static String displayName(String id) {
        return NAMES.getOrDefault(id, id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1));
    }

    private List<String> roles(String id) {
        return id.equals(GUEST)
                ? List.of()
                : Stream.of(Role.values())
                        .filter(role -> granted(role, id))
                        .map(Role::word)
                        .toList();
    }

    private boolean granted(Role role, String id) {
        return grants.grants().getOrDefault(role, List.of()).stream()
                .filter(grant -> grant.platform().equals(ConsolePerson.PLATFORM))
                .anyMatch(grant -> grant.members() || grant.users().contains(id));
    }
}
