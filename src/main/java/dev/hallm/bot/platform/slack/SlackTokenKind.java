package dev.hallm.bot.platform.slack;

import java.util.Arrays;

/** What a Slack credential is, by its first letters. */
enum SlackTokenKind {
    BOT("xoxb-", "a bot token"),
    APP("xapp-", "an app-level token"),
    USER("xoxp-", "a user token"),
    REFRESH("xoxe-", "a refresh token"),
    ROTATING("xoxe.", "a token that expires (token rotation)"),
    CONFIGURATION("xoxa-", "a workspace token"),
    WEBHOOK("https://", "an address"),
    UNKNOWN("", "nothing that Slack issues as a token");

    private final String start;
    private final String words;

    SlackTokenKind(String start, String words) {
        this.start = start;
        this.words = words;
    }

    /** Whatever cannot stand in a header is no token. */
    static SlackTokenKind of(String token) {
        if (!token.matches("[!-~]*")) {
            return UNKNOWN;
        }
        return Arrays.stream(values())
                .filter(kind -> token.startsWith(kind.start))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** For people: {@code a bot token}. */
    String words() {
        return words;
    }
}
