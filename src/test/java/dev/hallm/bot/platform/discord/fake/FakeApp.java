package dev.hallm.bot.platform.discord.fake;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** The application and its bot user. */
public final class FakeApp {
    private final String id;
    private final String botId;
    private final Set<PrivilegedIntent> intents = ConcurrentHashMap.newKeySet();
    private volatile String token = "fake-discord-bot.token.for-tests-only";

    FakeApp(Snowflakes ids) {
        id = ids.next();
        botId = ids.next();
    }

    public String id() {
        return id;
    }

    public String botId() {
        return botId;
    }

    public String token() {
        return token;
    }

    /** From now on only this token is right. */
    public void resetToken(String newToken) {
        token = newToken;
    }

    public void allow(PrivilegedIntent intent) {
        intents.add(intent);
    }

    int flags() {
        return intents.stream().mapToInt(PrivilegedIntent::appFlag).reduce(0, (a, b) -> a | b);
    }

    boolean allows(int wanted) {
        for (PrivilegedIntent intent : PrivilegedIntent.values()) {
            if ((wanted & intent.bit()) != 0 && !intents.contains(intent)) {
                return false;
            }
        }
        return true;
    }

    ObjectNode bot() {
        return UserJson.user(botId, "hallm", null, true);
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("id", id).put("name", "hallm").putNull("icon");
        json.put("description", "").put("flags", flags()).put("verify_key", "0".repeat(64));
        json.put("bot_public", false).put("bot_require_code_grant", false);
        json.put("hook", true).put("is_monetized", false).put("is_verified", false);
        json.put("is_discoverable", false).put("discoverability_state", 1);
        json.putArray("redirect_uris");
        json.putNull("interactions_endpoint_url").putNull("role_connections_verification_url");
        json.put("approximate_guild_count", 1).put("approximate_user_install_count", 0);
        json.put("storefront_available", false).put("explicit_content_filter", 0);
        json.putObject("integration_types_config").putObject("0");
        json.set("owner", UserJson.user(id, "owner", null, false));
        json.putNull("team").putNull("type").put("approximate_user_authorization_count", 0);
        json.put("flags_new", Integer.toString(flags()));
        json.putArray("eligible_oauth2_scopes");
        json.putArray("rpc_origins");
        json.set("bot", bot());
        return json;
    }
}
