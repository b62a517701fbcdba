package dev.hallm.bot.platform.discord;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The core's nonces in the 25 characters that Discord takes. */
final class Nonces {
    private static final int LENGTH = 24;

    private Nonces() {}

    /** The same for the same page of the same post, in every process. */
    static String of(String nonce, int page) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((nonce + "#" + page).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
