package dev.hallm.bot.platform.slack.fake;

import java.time.Duration;

/** How a request is signed: rightly, or wrong in one of the ways that an attacker tries. */
public record Signing(Kind kind, Duration skew) {
    /** What the signature is worth. */
    enum Kind {
        VALID,
        FORGED,
        MISSING
    }

    public static Signing valid() {
        return new Signing(Kind.VALID, Duration.ZERO);
    }

    /** With another secret. */
    public static Signing forged() {
        return new Signing(Kind.FORGED, Duration.ZERO);
    }

    public static Signing missing() {
        return new Signing(Kind.MISSING, Duration.ZERO);
    }

    /** Rightly, but for a time so far from now: negative is the past. */
    public static Signing at(Duration skew) {
        return new Signing(Kind.VALID, skew);
    }
}
