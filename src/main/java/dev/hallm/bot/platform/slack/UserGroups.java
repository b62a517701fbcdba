package dev.hallm.bot.platform.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Who is in the user groups that grant roles. Slack lets few questions through, so answers serve for a minute, and for
 * ten while Slack has no new one.
 */
final class UserGroups {
    private static final Logger LOG = LoggerFactory.getLogger(UserGroups.class);
    private static final Duration FRESH = Duration.ofSeconds(60);
    private static final Duration USABLE = Duration.ofMinutes(10);
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(10);
    private static final Set<String> NOT_IN_THE_PLAN = Set.of("plan_upgrade_required", "paid_teams_only");

    private final Set<String> ids;
    private final SlackApi api;
    private final Clock clock;
    private final Map<String, Group> groups = new ConcurrentHashMap<>();

    UserGroups(Set<String> ids, SlackApi api, Clock clock) {
        this.ids = Set.copyOf(ids);
        this.api = api;
        this.clock = clock;
    }

    /**
     * The groups of one person.
     *
     * @param complete false when there may be more
     */
    record Memberships(Set<String> groups, boolean complete) {
        Memberships {
            groups = Set.copyOf(groups);
        }
    }

    /**
     * The last knowledge of a group.
     *
     * @param seen when Slack last said it
     * @param tried when Slack was last asked
     * @param problem Slack's word for why it does not say, empty when it does
     */
    private record Group(Set<String> members, Instant seen, Instant tried, String problem) {
        private static final Group UNKNOWN = new Group(Set.of(), Instant.EPOCH, Instant.EPOCH, "");

        boolean isDue(Instant now) {
            Duration pause = problem.isEmpty() ? FRESH : BEFORE_ANOTHER_TRY;
            return !now.isBefore(tried.plus(pause));
        }

        boolean isUsable(Instant now) {
            return now.isBefore(seen.plus(USABLE));
        }
    }

    Memberships of(String user) {
        var in = new TreeSet<String>();
        boolean complete = true;
        for (String id : ids) {
            Group group = current(id);
            if (!group.isUsable(clock.instant())) {
                complete = false;
            } else if (group.members().contains(user)) {
                in.add(id);
            }
        }
        return new Memberships(in, complete);
    }

    /** Who is in a group that grants a role; empty while that is not known. */
    Optional<Set<String>> members(String id) {
        return Optional.of(id)
                .filter(ids::contains)
                .map(this::current)
                .filter(group -> group.isUsable(clock.instant()))
                .map(Group::members);
    }

    /** What Slack says of groups that it does not list, by group. */
    Map<String, String> problems() {
        var problems = new TreeMap<String, String>();
        groups.forEach((id, group) -> {
            if (!group.problem().isEmpty()) {
                problems.put(id, group.problem());
            }
        });
        return problems;
    }

    /** One question at a time for each group; the others wait for its answer. */
    private Group current(String id) {
        return groups.compute(id, (_, known) -> {
            Group last = known == null ? Group.UNKNOWN : known;
            return last.isDue(clock.instant()) ? ask(id, last) : last;
        });
    }

    private Group ask(String id, Group last) {
        Instant now = clock.instant();
        return switch (api.call("usergroups.users.list", Map.of("usergroup", id))) {
            case SlackAnswer.Ok ok -> new Group(members(ok.body()), now, now, "");
            case SlackAnswer.Refused(String error)
            when NOT_IN_THE_PLAN.contains(error) -> new Group(Set.of(), now, now, error);
            case SlackAnswer.Refused(String error) -> failed(id, last, now, error);
            case SlackAnswer.Limited _ -> failed(id, last, now, "ratelimited");
            case SlackAnswer.Away(String why) -> failed(id, last, now, why);
        };
    }

    private static Group failed(String id, Group last, Instant now, String why) {
        LOG.warn("the user group {} could not be looked up: {}", id, why);
        return new Group(last.members(), last.seen(), now, why);
    }

    private static Set<String> members(JsonNode body) {
        return body.path("users").valueStream().map(user -> user.asString("")).collect(Collectors.toSet());
    }
}
