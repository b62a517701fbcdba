package dev.hallm.bot.platform.discord.fake;

/** The first responses that an interaction can get. */
public enum ResponseType {
    PONG(1),
    MESSAGE(4),
    DEFERRED_MESSAGE(5),
    DEFERRED_UPDATE(6),
    UPDATE(7),
    AUTOCOMPLETE(8),
    MODAL(9);

    private final int value;

    ResponseType(int value) {
        this.value = value;
    }

    int value() {
        return value;
    }

    static ResponseType of(int value) {
        for (ResponseType type : values()) {
            if (type.value == value) {
                return type;
            }
        }
        throw FormErrors.of("type", "BASE_TYPE_CHOICES", "Value must be one of {1, 4, 5, 6, 7, 8, 9}.");
    }
}
