package dev.hallm.bot.identity;

/** The answer to "who is this?"; only {@link Known} has any authority. */
public sealed interface Identification {
    /** The account, whatever came of looking it up. */
    ChatAccount account();

    /** An account with at least one role. */
    record Known(Person person) implements Identification {
        @Override
        public ChatAccount account() {
            return person.account();
        }
    }

    /** A guest, or a member of another workspace. */
    record Guest(ChatAccount account) implements Identification {}

    /** Nobody here, or nobody to whom bot-config gives a role. */
    record Unknown(ChatAccount account) implements Identification {}

    /** The platform did not say, so nobody can tell; {@code why} is for the log. */
    record Unclear(ChatAccount account, String why) implements Identification {}
}
