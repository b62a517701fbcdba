package dev.hallm.bot.platform.console;

/** The page's own pictures; decoration only, words stand beside each. */
final class Icons {
    static final String LOGO = icon(
            "logo",
            "M4 11.2 12 4l8 7.2V19a1.6 1.6 0 0 1-1.6 1.6H11l-3.4 2.2v-2.2h-2A1.6 1.6 0 0 1 4 19z M8.8 13.4h6.4 M8.8 16.6h4");
    static final String FILE = icon("icon", "M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8z M14 3v5h5");
    static final String MENU = icon("icon", "M4 7h16 M4 12h16 M4 17h16");
    static final String SEND = icon("icon", "M5 12h13 M12.5 6.5 18 12l-5.5 5.5");
    static final String CLOSE = icon("icon", "M6 6l12 12 M18 6 6 18");
    static final String LOCK = icon("icon", "M7 11V8a5 5 0 0 1 10 0v3 M6 11h12v9H6z");
    static final String HASH = icon("icon", "M9.5 4 7.5 20 M16.5 4l-2 16 M4.5 9h16 M3.5 15h16");
    static final String THEME = icon("icon", "M12 3a9 9 0 1 0 0 18z M12 3a9 9 0 0 1 0 18");
    static final String COMMANDS = icon("icon", "M5 7l5 5-5 5 M12.5 17H19");

    private Icons() {}

    private static String icon(String style, String path) {
        return "<svg class=\"" + style + "\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"" + path
                + "\"/></svg>";
    }
}
