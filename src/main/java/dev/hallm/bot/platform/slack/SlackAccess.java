package dev.hallm.bot.platform.slack;

/**
 * What opens Slack, from the environment; each part is empty when it is not given.
 *
 * @param botToken {@code SLACK_BOT_TOKEN}: sends
 * @param signingSecret {@code SLACK_SIGNING_SECRET}: proves what arrives by HTTP
 * @param appToken {@code SLACK_APP_TOKEN}: opens Socket Mode
 * @param apiUrl {@code SLACK_API_URL}, with a slash at its end
 */
record SlackAccess(String botToken, String signingSecret, String appToken, String apiUrl) {
    static final String DEFAULT_API_URL = "https://slack.com/api/";

    SlackAccess {
        botToken = botToken.strip();
        signingSecret = signingSecret.strip();
        appToken = appToken.strip();
        apiUrl = withSlash(apiUrl.isBlank() ? DEFAULT_API_URL : apiUrl.strip());
    }

    private static String withSlash(String url) {
        return url.endsWith("/") ? url : url + "/";
    }

    boolean canSend() {
        return !botToken.isEmpty();
    }

    boolean canVerify() {
        return !signingSecret.isEmpty();
    }

    boolean usesSocket() {
        return !appToken.isEmpty();
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "SlackAccess[" + apiUrl + "]";
    }
}
