package dev.hallm.bot.settings;

import dev.hallm.bot.identity.Role;
import dev.hallm.bot.identity.RoleGrants;
import dev.hallm.bot.identity.RoleGrants.Grant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns {@code roles} into grants on the workspace and the guild that {@code chat} names. */
final class Grants {
    /** The realm of the console's accounts. */
    private static final String LOCAL = "local";

    private final BotConfig config;

    private Grants(BotConfig config) {
        this.config = config;
    }

    static RoleGrants of(BotConfig config) {
        var grants = new Grants(config);
        return new RoleGrants(Arrays.stream(Role.values()).collect(Collectors.toMap(Function.identity(), grants::of)));
    }

    private List<Grant> of(Role role) {
        BotConfig.RoleGrant grant = config.roles().of(role);
        return Stream.of(slack(grant), discord(grant), console(grant))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Grant> slack(BotConfig.RoleGrant grant) {
        var to = grant.slack();
        var chat = config.chat().slack();
        return to == null || chat == null
                ? Optional.empty()
                : Optional.of(new Grant(
                        "slack", chat.workspace(), Set.copyOf(to.users()), Set.copyOf(to.userGroups()), to.members()));
    }

    private Optional<Grant> discord(BotConfig.RoleGrant grant) {
        var to = grant.discord();
        var chat = config.chat().discord();
        return to == null || chat == null
                ? Optional.empty()
                : Optional.of(new Grant(
                        "discord", chat.guild(), Set.copyOf(to.users()), Set.copyOf(to.roles()), to.members()));
    }

    private static Optional<Grant> console(BotConfig.RoleGrant grant) {
        return grant.console().isEmpty()
                ? Optional.empty()
                : Optional.of(new Grant("console", LOCAL, Set.copyOf(grant.console()), Set.of(), false));
    }
}
