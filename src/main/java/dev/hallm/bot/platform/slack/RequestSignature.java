package dev.hallm.bot.platform.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request comes from Slack: {@code v0=} and the HMAC-SHA256 of {@code v0:timestamp:body}, compared in constant
 * time, at most five minutes from now in either direction. Bolt's own check lets the future in.
 */
final class RequestSignature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,12}");

    private final SecretKeySpec key;
    private final Clock clock;

    /** @throws IllegalArgumentException when the secret is empty */
    RequestSignature(String secret, Clock clock) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.clock = clock;
    }

    boolean proves(@Nullable String timestamp, @Nullable String signature, byte[] body) {
        return timestamp != null
                && signature != null
                && isRecent(timestamp)
                && MessageDigest.isEqual(expected(timestamp, body), signature.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isRecent(String timestamp) {
        if (!TIMESTAMP.matcher(timestamp).matches()) {
            return false;
        }
        long apart = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
        return Math.abs(apart) <= TOLERANCE.toSeconds();
    }

    private byte[] expected(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.US_ASCII));
            return ("v0=" + HexFormat.of().formatHex(mac.doFinal(body))).getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
