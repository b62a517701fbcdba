package dev.hallm.bot.platform.slack;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the bot stands with Slack, asked in the background; whoever wants to know reads the last answer. */
final class SlackState {
    private static final Logger LOG = LoggerFactory.getLogger(SlackState.class);

    private final SlackSettings settings;
    private final SlackAccess access;
    private final SlackApi api;
    private volatile Optional<Identity> identity = Optional.empty();
    private volatile String error = "";
    private volatile boolean refused;
    private volatile boolean socketConnected;

    SlackState(SlackSettings settings, SlackAccess access, SlackApi api) {
        this.settings = settings;
        this.access = access;
        this.api = api;
    }

    /**
     * Whom the token belongs to.
     *
     * @param team the workspace's id
     * @param scopes what the token may do
     */
    record Identity(String team, String teamName, String botUser, Set<String> scopes) {
        Identity {
            scopes = Set.copyOf(scopes);
        }
    }

    /** Whether bot-config names a workspace. */
    boolean isConfigured() {
        return settings.workspace().isPresent();
    }

    boolean hasBotToken() {
        return access.canSend();
    }

    boolean hasSigningSecret() {
        return access.canVerify();
    }

    boolean usesSocket() {
        return access.usesSocket();
    }

    /** The last good answer. */
    Optional<Identity> identity() {
        return identity;
    }

    /** The bot's own user id, empty while it is not known. */
    String botUser() {
        return identity.map(Identity::botUser).orElse("");
    }

    /** Why the last question had no good answer, empty when it had. */
    String error() {
        return error;
    }

    /** Whether the error is Slack's own word, which only a change of the configuration mends. */
    boolean isRefused() {
        return refused;
    }

    /** bot-config's workspace, empty when it has none. */
    String workspace() {
        return settings.workspace().orElse("");
    }

    boolean isSocketConnected() {
        return socketConnected;
    }

    void socketIs(boolean connected) {
        socketConnected = connected;
    }

    /** Asks Slack whom the token belongs to. */
    void refresh() {
        switch (api.call("auth.test", Map.of())) {
            case SlackAnswer.Ok ok -> {
                identity = Optional.of(new Identity(
                        ok.string("team_id"), ok.string("team"), ok.string("user_id"), scopes(ok.scopes())));
                becomes("", false);
            }
            case SlackAnswer.Refused(String code) -> becomes(code, true);
            case SlackAnswer.Limited _ -> LOG.debug("asked too often; the last answer stands");
            case SlackAnswer.Away(String why) -> becomes(why, false);
        }
    }

    private void becomes(String now, boolean byItsWord) {
        if (!now.equals(error)) {
            if (now.isEmpty()) {
                LOG.info("Slack answers");
            } else {
                LOG.warn("Slack does not accept the bot: {}", now);
            }
        }
        error = now;
        refused = byItsWord;
    }

    private static Set<String> scopes(String header) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toSet());
    }
}
