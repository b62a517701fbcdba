package dev.hallm.bot.settings;

/**
 * One mistake in bot-config.
 *
 * @param line of the key, from 1
 * @param key its path, empty for the file as a whole
 * @param text what it got and what is allowed
 */
record Problem(int line, String key, String text) {
    @Override
    public String toString() {
        return key.isEmpty() ? text : key + ": " + text;
    }
}
