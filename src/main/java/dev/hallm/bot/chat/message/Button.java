package dev.hallm.bot.chat.message;

import org.jspecify.annotations.Nullable;

/**
 * One thing to do.
 *
 * @param label verb and object, at most 34 characters
 * @param accessibilityLabel the same with the tenant's name, at most 75 characters
 * @param confirm the question asked before a destructive one, null when none is
 */
public record Button(
        String label,
        String accessibilityLabel,
        Style style,
        ActionRequest action,
        @Nullable String confirm) {
    /** @throws IllegalArgumentException when a label is too long */
    public Button {
        if (label.length() > 34 || accessibilityLabel.length() > 75) {
            throw new IllegalArgumentException("button label too long: " + label + " / " + accessibilityLabel);
        }
    }

    public static Button of(String label, String accessibilityLabel, ActionRequest action) {
        return new Button(label, shorten(accessibilityLabel), Style.DEFAULT, action, null);
    }

    public static Button primary(String label, String accessibilityLabel, ActionRequest action) {
        return new Button(label, shorten(accessibilityLabel), Style.PRIMARY, action, null);
    }

    public static Button danger(String label, String accessibilityLabel, ActionRequest action) {
        return new Button(label, shorten(accessibilityLabel), Style.DANGER, action, null);
    }

    private static String shorten(String label) {
        return label.length() <= 75 ? label : label.substring(0, 74) + "…";
    }

    /** How much weight a button has; one primary in a group. */
    public enum Style {
        DEFAULT,
        PRIMARY,
        DANGER
    }
}
