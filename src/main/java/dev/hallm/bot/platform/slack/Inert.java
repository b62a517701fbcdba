package dev.hallm.bot.platform.slack;

import java.util.regex.Pattern;

/** Text that Slack's markup provably leaves as it is: neither a mark nor an entity, address or emoji can come of it. */
final class Inert {
    private static final Pattern CHARACTERS =
            Pattern.compile("[\\p{L}\\p{M}\\p{N} \u00A0.,;()+/%·–—…=!?'\"°×≤≥→✔✖○▶▰▱-]*");
    private static final Pattern LIKE_AN_ADDRESS =
            Pattern.compile("(?U)\\w\\.\\p{L}|\\p{L}\\.\\w|www\\.", Pattern.CASE_INSENSITIVE);

    private Inert() {}

    static boolean is(String text) {
        return CHARACTERS.matcher(text).matches()
                && !LIKE_AN_ADDRESS.matcher(text).find();
    }
}
