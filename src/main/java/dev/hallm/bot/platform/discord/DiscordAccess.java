package dev.hallm.bot.platform.discord;

import java.util.regex.Pattern;

/**
 * How this bot reaches Discord.
 *
 * @param guild id of the one guild
 * @param token the bot's secret, empty when there is none
 * @param api base of the REST API with its version, ending in a slash
 */
record DiscordAccess(String guild, String token, String api) {
    private static final String DISCORD = "https://discord.com/api/v10/";
    private static final Pattern UNVERSIONED = Pattern.compile(".*/api/");

    DiscordAccess {
        token = token.strip();
        api = base(api.strip());
    }

    boolean hasToken() {
        return !token.isEmpty();
    }

    /** A base that ends in {@code /api} would mean an API version that is gone. */
    private static String base(String given) {
        if (given.isEmpty()) {
            return DISCORD;
        }
        String base = given.endsWith("/") ? given : given + "/";
        return UNVERSIONED.matcher(base).matches() ? base + "v10/" : base;
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Discord guild " + guild + " at " + api;
    }
}
