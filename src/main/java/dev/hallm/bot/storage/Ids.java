package dev.hallm.bot.storage;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Short random ids for rows and correlation. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** 80 random bits as 20 hex digits: unique, and not to be guessed. */
    public static String unique() {
        return hex(10);
    }

    /** A reference that a person can read out, {@code 7f3a-21c0}. */
    public static String reference() {
        String digits = hex(4);
        return digits.substring(0, 4) + "-" + digits.substring(4);
    }

    private static String hex(int bytes) {
        byte[] buffer = new byte[bytes];
        RANDOM.nextBytes(buffer);
        return HexFormat.of().formatHex(buffer);
    }
}
