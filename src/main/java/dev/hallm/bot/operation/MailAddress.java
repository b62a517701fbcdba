package dev.hallm.bot.operation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** One e-mail address without name or comment; whether anybody reads there shows only when something is sent. */
public record MailAddress(@JsonValue String value) {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern FORM = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*"
            + "@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");

    /** @throws IllegalArgumentException when it is none */
    @JsonCreator
    public MailAddress {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /** The address that a text is; empty when it is none. */
    public static Optional<MailAddress> parse(String text) {
        return isOne(text) ? Optional.of(new MailAddress(text)) : Optional.empty();
    }

    private static boolean isOne(String text) {
        return text.length() <= LONGEST
                && text.indexOf('@') <= LONGEST_LOCAL
                && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
