package dev.hallm.bot.platform.console;

import java.util.regex.Pattern;

/** What the page gives each thing a visitor does, so that doing it twice by accident is doing it once. */
record DeliveryKey(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{8,64}");

    /** @throws IllegalArgumentException for anything but 8 to 64 letters, digits and hyphens */
    DeliveryKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a delivery key (8 to 64 letters, digits or hyphens)");
        }
    }

    /** Used by the web framework for a request's parameter. */
    public static DeliveryKey valueOf(String value) {
        return new DeliveryKey(value);
    }
}
