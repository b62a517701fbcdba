package dev.hallm.bot.platform.discord;

import java.io.IOException;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The few calls that every replica makes, also while another one holds the gateway; everything else goes by JDA. */
final class DiscordRest {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final String AGENT = "DiscordBot (https://github.com/ha-llm-bot, 1.0)";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int NO_ANSWER = 0;

    private final OkHttpClient http;
    private final DiscordAccess access;

    DiscordRest(OkHttpClient http, DiscordAccess access) {
        this.http = http;
        this.access = access;
    }

    /** A client whose calls give up before anybody loses patience. */
    static OkHttpClient client() {
        return new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(2))
                .readTimeout(Duration.ofSeconds(4))
                .writeTimeout(Duration.ofSeconds(4))
                .callTimeout(Duration.ofSeconds(6))
                .build();
    }

    /**
     * What came back.
     *
     * @param status HTTP's, 0 when nothing came
     * @param body missing when it was no JSON
     */
    record Answer(int status, JsonNode body) {
        boolean ok() {
            return status / 100 == 2;
        }

        /** Discord's own code of an error, 0 when it gave none. */
        int code() {
            return body.path("code").asInt(0);
        }
    }

    /** The gateway's address and how many sessions may be started. */
    Answer gateway() {
        return call(authorized("gateway/bot").get().build());
    }

    Answer member(String user) {
        return call(authorized("guilds/" + access.guild() + "/members/" + user)
                .get()
                .build());
    }

    /** The application, for its intents. */
    Answer application() {
        return call(authorized("applications/@me").get().build());
    }

    /** A first response, once JDA's own has failed. */
    Answer respond(String interaction, String token, String json) {
        return call(request("interactions/" + interaction + "/" + token + "/callback")
                .post(body(json))
                .build());
    }

    /** Fills the place that the first response to an interaction kept. */
    Answer editOriginal(Handle handle, String json) {
        return call(request(webhook(handle) + "/messages/@original")
                .patch(body(json))
                .build());
    }

    /** One more message for an interaction. */
    Answer followUp(Handle handle, String json) {
        return call(request(webhook(handle)).post(body(json)).build());
    }

    private static String webhook(Handle handle) {
        return "webhooks/" + handle.app() + "/" + handle.token();
    }

    private static RequestBody body(String json) {
        return RequestBody.create(json, JSON);
    }

    private Request.Builder authorized(String path) {
        return request(path).header("Authorization", "Bot " + access.token());
    }

    private Request.Builder request(String path) {
        return new Request.Builder().url(access.api() + path).header("User-Agent", AGENT);
    }

    private Answer call(Request request) {
        try (Response response = http.newCall(request).execute()) {
            return new Answer(response.code(), read(response.body().string()));
        } catch (IOException e) {
            return new Answer(NO_ANSWER, json(null));
        }
    }

    private static JsonNode read(String text) {
        try {
            return json(text.isBlank() ? null : MAPPER.readTree(text));
        } catch (JacksonException _) {
            return json(null);
        }
    }

    private static JsonNode json(@Nullable JsonNode node) {
        return node == null ? MissingNode.getInstance() : node;
    }
}
