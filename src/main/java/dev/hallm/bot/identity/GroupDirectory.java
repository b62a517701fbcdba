package dev.hallm.bot.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one chat platform knows about its accounts; implemented by each platform. */
public interface GroupDirectory {
    /** The platform's word in {@link ChatAccount#platform()}. */
    String platform();

    /** Looks an account up; never throws for an unknown one. */
    Membership membership(ChatAccount account);

    /** The account that a mention or id in a text means on this platform ({@code @bo}, {@code <@U0BO>}). */
    Optional<ChatAccount> resolve(String mention);

    /** Accounts whose mention starts with {@code prefix}, for completion; at most 25. */
    List<Suggested> suggest(String prefix);

    /** User ids of a group's members; empty when the platform cannot say. */
    default Optional<Set<String>> members(String group) {
        return Optional.empty();
    }

    /** One completion: what to type and whom it means. */
    record Suggested(String mention, String displayName) {}

    /** What the platform says about an account. */
    sealed interface Membership {
        /**
         * A full member.
         *
         * @param groups the platform's ids of those it is in
         * @param complete false when some groups could not be looked up, so that it may be in more
         */
        record Member(String displayName, Set<String> groups, boolean complete) implements Membership {
            public Member {
                groups = Set.copyOf(groups);
            }

            public Member(String displayName, Set<String> groups) {
                this(displayName, groups, true);
            }
        }

        /** A guest or a stranger from a connected workspace. */
        record Guest() implements Membership {}

        /** No such account. */
        record NotFound() implements Membership {}

        /** The lookup of the account failed. */
        record Unavailable(String why) implements Membership {}
    }
}
