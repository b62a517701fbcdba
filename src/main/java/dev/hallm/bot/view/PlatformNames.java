package dev.hallm.bot.view;

import java.util.Locale;

/** Chat platforms as people write them. */
public final class PlatformNames {
    private PlatformNames() {}

    /** The name of a platform's word, {@code Slack} of {@code slack}. */
    public static String of(String platform) {
        return platform.substring(0, 1).toUpperCase(Locale.ROOT) + platform.substring(1);
    }
}
