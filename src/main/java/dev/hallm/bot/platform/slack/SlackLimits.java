package dev.hallm.bot.platform.slack;

/** What Slack takes at most, in characters unless the name says otherwise; from its Block Kit reference. */
final class SlackLimits {
    static final int MESSAGE_BLOCKS = 50;
    static final int VIEW_BLOCKS = 100;
    /**
     * All text of one message. Slack documents no number and refuses somewhat above this one with {@code
     * msg_blocks_too_long}.
     */
    static final int MESSAGE_TEXT = 10_000;
    /** A home's view may have 250 KB; this leaves room for the JSON around the text. */
    static final int HOME_TEXT = 50_000;

    static final int FALLBACK = 4_000;
    static final int TEXT = 3_000;
    static final int HEADER = 150;
    static final int FIELD = 2_000;
    static final int FIELDS = 10;
    static final int CONTEXT_ELEMENTS = 10;
    static final int ACTIONS = 25;
    static final int BUTTON = 75;
    static final int ACTION_ID = 255;
    static final int CONFIRM_TITLE = 100;
    static final int CONFIRM_TEXT = 300;
    static final int CONFIRM_BUTTON = 30;
    static final int VIEW_TITLE = 24;
    static final int LABEL = 2_000;
    static final int HINT = 2_000;
    static final int INPUT = 3_000;
    static final int OPTIONS = 100;
    static final int OPTION_TEXT = 75;
    static final int OPTION_VALUE = 150;
    static final int CALLBACK_ID = 255;
    static final int BLOCK_ID = 255;
    static final int PRIVATE_METADATA = 3_000;

    /** Our own: longer than this a message is no longer read, and the rest goes into a file. */
    static final int PAGES = 3;
    /** Our own: what stands side by side without wrapping on a desktop. */
    static final int BUTTONS_IN_A_ROW = 5;
    /** Our own: the longest line of a table that does not wrap on a desktop. */
    static final int TABLE_LINE = 110;
    /** Our own: a longer table is shortened and its whole attached. */
    static final int TABLE_TEXT = 5_500;

    private SlackLimits() {}
}
