package dev.hallm.bot.platform.discord.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A bot of bare HTTP requests, which can make every mistake. */
final class RawBot {
    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeDiscord discord;

    RawBot(FakeDiscord discord) {
        this.discord = discord;
    }

    Reply get(String path) {
        return send("GET", path, "");
    }

    Reply post(String path, String json) {
        return send("POST", path, json);
    }

    Reply patch(String path, String json) {
        return send("PATCH", path, json);
    }

    Reply put(String path, String json) {
        return send("PUT", path, json);
    }

    Reply delete(String path) {
        return send("DELETE", path, "");
    }

    /** Answers an interaction, {@code {"type":5}}. */
    Reply callback(SentInteraction interaction, String json) {
        String path = "interactions/" + interaction.id() + "/" + interaction.token() + "/callback?with_response=true";
        return post(path, json.replace('\'', '"'));
    }

    Reply editOriginal(SentInteraction interaction, String json) {
        return patch(hook(interaction) + "/messages/@original", json);
    }

    Reply followUp(SentInteraction interaction, String json) {
        return post(hook(interaction), json);
    }

    private String hook(SentInteraction interaction) {
        return "webhooks/" + discord.app().id() + "/" + interaction.token();
    }

    Reply send(String method, String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(discord.apiUrl() + path))
                .header("Authorization", "Bot " + discord.token())
                .header("User-Agent", "DiscordBot (https://example.com, 1)")
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json.replace('\'', '"')))
                .build();
        return send(request);
    }

    Reply send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            JsonNode body = json ? Json.read(response.body()) : MissingNode.getInstance();
            return new Reply(response.statusCode(), body, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Reply(int status, JsonNode body, HttpResponse<String> response) {

        int code() {
            return body.path("code").asInt(0);
        }

        String text(String field) {
            return Json.text(body, field);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
