package dev.hallm.bot.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * One account on one chat platform, written {@code slack:T0/U0}: platform, workspace or guild, user id. Ids are the
 * platform's own and never change; names are never part of it.
 */
public record ChatAccount(String platform, String realm, String user) {
    private static final Pattern FORM = Pattern.compile("([a-z]+):([A-Za-z0-9_-]+)/([A-Za-z0-9_-]+)");

    /** @throws IllegalArgumentException when a part is empty or holds a character outside letters, digits, _ and - */
    public ChatAccount {
        String text = platform + ":" + realm + "/" + user;
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a chat account (platform:workspace/user): " + text);
        }
    }

    /** Reads {@code platform:workspace/user}. @throws IllegalArgumentException for any other form */
    @JsonCreator
    public static ChatAccount parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("not a chat account (platform:workspace/user): " + text);
        }
        return new ChatAccount(match.group(1), match.group(2), match.group(3));
    }

    @JsonValue
    @Override
    public String toString() {
        return platform + ":" + realm + "/" + user;
    }
}
