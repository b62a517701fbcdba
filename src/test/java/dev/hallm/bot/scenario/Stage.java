package dev.hallm.bot.scenario;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One chat platform with its people, as the scenarios speak of it: what they do there and what they then see. */
public interface Stage {
    /** The account that the bot knows a person by, {@code slack:T1/U1}. */
    String account(String who);

    /** The name that others see. */
    String name(String who);

    /** What a guest (gus) is told. */
    default String refusalOfGuests() {
        return "Guests can't use this bot";
    }

    /** How others write a person in an argument. */
    String mention(String who);

    /** Gives a command with its arguments in order; the private answer. */
    Seen asks(String who, String command, Map<String, String> arguments);

    default Seen asks(String who, String command) {
        return asks(who, command, Map.of());
    }

    /** The newest message of a place that has all these words, once there is one. */
    Seen in(Place place, String... words);

    /** Whether a message with these words is there now. */
    boolean has(Place place, String... words);

    /** The same message, once it has these words. */
    Seen becomes(Seen message, String... words);

    /** Clicks a button that answers by itself: the message changes. */
    void clicks(String who, Seen message, String label);

    /** Clicks a button; the private answer. */
    Seen answerTo(String who, Seen message, String label);

    /** Clicks a button that opens a form, fills it and sends it. */
    void fills(String who, Seen message, String label, Map<String, String> values);

    /** Clicks a button that shows a secret; what is shown. */
    String secretOf(String who, Seen message, String label);

    /** Everything that anybody could read again later. */
    String everythingKept();

    /** Where a message is. */
    record Place(Kind kind, String who) {
        public static final Place APPROVALS = new Place(Kind.APPROVALS, "");
        public static final Place OPERATIONS = new Place(Kind.OPERATIONS, "");
        public static final Place ANNOUNCEMENTS = new Place(Kind.ANNOUNCEMENTS, "");

        public static Place direct(String who) {
            return new Place(Kind.DIRECT, who);
        }

        /** What kind of place. */
        public enum Kind {
            APPROVALS,
            OPERATIONS,
            ANNOUNCEMENTS,
            DIRECT
        }
    }

    /**
     * A message as a person saw it; its buttons can be clicked later too, whatever it has become.
     *
     * @param id finds it again on its platform
     * @param actions what its buttons send, by their labels
     */
    record Seen(String id, String text, Map<String, String> actions) {
        public Seen {
            actions = Map.copyOf(actions);
        }

        public Set<String> labels() {
            return actions.keySet();
        }

        /** What a button sends. @throws AssertionError when there is none with this label */
        public String action(String label) {
            return Optional.ofNullable(actions.get(label))
                    .orElseThrow(() -> new AssertionError("no button " + label + " in " + text));
        }
    }
}
