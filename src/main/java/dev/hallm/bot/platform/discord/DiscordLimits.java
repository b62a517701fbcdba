package dev.hallm.bot.platform.discord;

/** How much Discord takes, in UTF-16 units, which are never fewer than the characters that it counts. */
final class DiscordLimits {
    static final int CONTENT = 2_000;
    /** Of the fallback text, where an embed follows it. */
    static final int FALLBACK = 300;

    static final int TITLE = 256;
    static final int DESCRIPTION = 4_096;
    static final int FIELDS = 25;
    static final int FIELD_NAME = 256;
    static final int FIELD_VALUE = 1_024;
    /** All texts of a message's embeds together. */
    static final int EMBED = 6_000;

    static final int BUTTON_LABEL = 80;
    static final int BUTTONS_IN_ROW = 5;
    static final int ROWS = 5;
    static final int BUTTONS = BUTTONS_IN_ROW * ROWS;

    /** Ours: messages that one message may become before the rest is a file. */
    static final int PAGES = 3;
    /** Ours: characters of a line that a code block shows unbroken on most screens. */
    static final int CODE_LINE = 58;
    /** Ours: rows of a table before the whole is a file. */
    static final int TABLE_ROWS = 25;
    /** Ours: people that one message may ping. */
    static final int PINGS = 20;

    static final int MODAL_TITLE = 45;
    static final int MODAL_FIELDS = 5;
    static final int MODAL_LABEL = 45;
    static final int MODAL_DESCRIPTION = 100;
    static final int MODAL_TEXT = 4_000;
    static final int CHOICES = 25;
    static final int CHOICE = 100;
    static final int PLACEHOLDER = 100;

    static final int COMMANDS = 100;
    static final int COMMAND_DESCRIPTION = 100;
    static final int OPTIONS = 25;
    /** Names, descriptions and choice values of one command together. */
    static final int COMMAND = 8_000;

    private DiscordLimits() {}
}
