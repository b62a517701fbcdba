package dev.hallm.bot.services;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A fresh Home Assistant: its onboarding, accounts, tokens and, from 2026.8, its proxy configuration on trial. As strict
 * as the real one: a code is good once and for its own client, a second first account is refused, a step needs a token.
 */
public final class FakeHomeAssistant implements LoopbackServer.Site {
    private static final List<String> STEPS = List.of("user", "core_config", "integration", "analytics");

    private final Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
    private final Set<String> done = new LinkedHashSet<>();
    private final Map<String, String> passwords = new LinkedHashMap<>();
    private final Map<String, String> codes = new LinkedHashMap<>();
    private final Map<String, String> refreshTokenOf = new LinkedHashMap<>();
    private final List<String> flows = new ArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private @Nullable ProxyTrial trial;
    private @Nullable String cut;
    private boolean listed = true;

    /** What a Home Assistant may do that others do not. */
    public enum Quirk {
        /** It does the step and answers 500. */
        CORE_CONFIG_FAILS,
        /** It is not up yet. */
        STARTING
    }

    public synchronized FakeHomeAssistant with(Quirk quirk) {
        quirks.add(quirk);
        return this;
    }

    public synchronized FakeHomeAssistant without(Quirk quirk) {
        quirks.remove(quirk);
        return this;
    }

    /** One of 2026.8 or later, with a proxy configuration that is on trial since its start. */
    public synchronized FakeHomeAssistant withProxyTrial(Clock clock) {
        trial = new ProxyTrial(clock);
        return this;
    }

    /** Somebody else opened it in a browser. */
    public synchronized FakeHomeAssistant takenBy(String user, String password) {
        passwords.put(user, password);
        done.add("user");
        return this;
    }

    /** The next call of a path is carried out, and its answer lost. */
    public synchronized void cutNext(String path) {
        cut = path;
    }

    /** Starts again: what is done has no list any more. */
    public synchronized void restart() {
        listed = !done.containsAll(STEPS);
        codes.clear();
        flows.clear();
    }

    /** Whether somebody has an account and no step is open. */
    public synchronized boolean isOnboarded() {
        return done.containsAll(STEPS);
    }

    public synchronized Set<String> users() {
        return Set.copyOf(passwords.keySet());
    }

    public synchronized boolean opensWith(String user, String password) {
        return password.equals(passwords.get(user));
    }

    /** Tokens that nobody has revoked. */
    public synchronized int tokens() {
        return refreshTokenOf.size();
    }

    /** Whether requests that a proxy passed on are answered. */
    public synchronized boolean trustsProxy() {
        return trial == null || trial.isTrusted();
    }

    /** Every call so far as {@code METHOD /path}; websocket commands as {@code WS type}. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public synchronized Reply answer(Call call) {
        if (quirks.contains(Quirk.STARTING)) {
            return Reply.CUT;
        }
        String what = what(call);
        calls.add(what);
        Reply reply = reply(call, what);
        if (what.substring(what.indexOf(' ') + 1).equals(cut)) {
            cut = null;
            return Reply.CUT;
        }
        return reply;
    }

    static String what(Call call) {
        return call.method() + " " + call.path().replaceFirst("(/auth/login_flow)/.*", "$1/ID");
    }

    private Reply reply(Call call, String what) {
        return switch (what) {
            case "GET /" -> new Reply(200, "text/html", "<title>Home Assistant</title>");
            case "GET /manifest.json" -> Reply.json(Map.of("name", "Home Assistant"));
            case "GET /api/onboarding" -> listed ? Reply.json(steps()) : Reply.text(404, "404: Not Found");
            case "POST /api/onboarding/users" -> users(call.json());
            case "POST /api/onboarding/core_config" -> step(call, "core_config");
            case "POST /api/onboarding/analytics" -> step(call, "analytics");
            case "POST /api/onboarding/integration" -> integration(call);
            case "POST /auth/login_flow" -> begin(call.json());
            case "POST /auth/login_flow/ID" -> end(call);
            case "POST /auth/token" -> token(call.form());
            case "POST /auth/revoke" -> revoke(call.form());
            default -> Reply.text(404, "404: Not Found");
        };
    }

    private List<Map<String, Object>> steps() {
        return STEPS.stream()
                .map(step -> Map.<String, Object>of("step", step, "done", done.contains(step)))
                .toList();
    }

    private Reply users(JsonNode body) {
        if (!listed) {
            return Reply.text(404, "404: Not Found");
        }
        for (String field : List.of("client_id", "name", "username", "password", "language")) {
            if (!body.path(field).isString()) {
                return message(400, "Message format incorrect: required key not provided: " + field);
            }
        }
        if (done.contains("user")) {
            return message(403, "User step already done");
        }
        String user = body.path("username").asString();
        if (!user.equals(user.strip()) || !user.equals(user.toLowerCase(java.util.Locale.ROOT))) {
            return message(400, "Username is not normalized");
        }
        passwords.put(user, body.path("password").asString());
        done.add("user");
        return Reply.json(Map.of("auth_code", code(body.path("client_id").asString())));
    }

    private Reply step(Call call, String step) {
        if (!isSignedIn(call)) {
            return Reply.text(401, "401: Unauthorized");
        }
        if (!done.add(step)) {
            return message(403, step + " step already done");
        }
        boolean fails = step.equals("core_config") && quirks.contains(Quirk.CORE_CONFIG_FAILS);
        return fails ? Reply.text(500, "500 Internal Server Error") : Reply.json(Map.of());
    }

    private Reply integration(Call call) {
        String client = call.json().path("client_id").asString("");
        String redirect = call.json().path("redirect_uri").asString("");
        if (client.isEmpty() || !redirect.startsWith(client)) {
            return message(400, "invalid client id or redirect uri");
        }
        Reply reply = step(call, "integration");
        return reply.status() == 200 ? Reply.json(Map.of("auth_code", code(client))) : reply;
    }

    private Reply begin(JsonNode body) {
        JsonNode handler = body.path("handler");
        String client = body.path("client_id").asString("");
        if (!handler.path(0).asString("").equals("homeassistant")
                || !handler.path(1).isNull()
                || !body.path("redirect_uri").asString("").startsWith(client)) {
            return message(400, "Message format incorrect");
        }
        String id = UUID.randomUUID().toString().replace("-", "");
        flows.add(id);
        return Reply.json(Map.of("type", "form", "flow_id", id, "step_id", "init"));
    }

    private Reply end(Call call) {
        String id = call.path().substring(call.path().lastIndexOf('/') + 1);
        if (!flows.contains(id)) {
            return message(404, "Invalid flow specified");
        }
        JsonNode body = call.json();
        if (!opensWith(body.path("username").asString(""), body.path("password").asString(""))) {
            return Reply.json(Map.of("type", "form", "flow_id", id, "errors", Map.of("base", "invalid_auth")));
        }
        flows.remove(id);
        return Reply.json(Map.of(
                "type", "create_entry", "result", code(body.path("client_id").asString(""))));
    }

    private Reply token(Map<String, String> form) {
        String client = codes.remove(form.getOrDefault("code", ""));
        if (client == null
                || !client.equals(form.get("client_id"))
                || !"authorization_code".equals(form.get("grant_type"))) {
            return Reply.json(400, Map.of("error", "invalid_request", "error_description", "Invalid code"));
        }
        String access = UUID.randomUUID().toString();
        String refresh = UUID.randomUUID().toString();
        refreshTokenOf.put(access, refresh);
        return Reply.json(
                Map.of("access_token", access, "refresh_token", refresh, "token_type", "Bearer", "expires_in", 1800));
    }

    private Reply revoke(Map<String, String> form) {
        refreshTokenOf.values().remove(form.getOrDefault("token", ""));
        return Reply.text(200, "");
    }

    private String code(String client) {
        String code = UUID.randomUUID().toString();
        codes.put(code, client);
        return code;
    }

    private boolean isSignedIn(Call call) {
        return refreshTokenOf.containsKey(call.header("authorization").replaceFirst("^Bearer ", ""));
    }

    private static Reply message(int status, String text) {
        return Reply.json(status, Map.of("message", text));
    }

    @Override
    public void talk(Call call, WebSocketEnd end) throws IOException {
        end.send(Map.of("type", "auth_required", "ha_version", "2025.1.4"));
        Optional<JsonNode> message = end.read();
        if (message.isEmpty() || !isSignedIn(message.get())) {
            end.send(Map.of("type", "auth_invalid", "message", "Invalid access token or password"));
            return;
        }
        end.send(Map.of("type", "auth_ok", "ha_version", "2025.1.4"));
        int last = 0;
        for (message = end.read(); message.isPresent(); message = end.read()) {
            int id = message.get().path("id").asInt(0);
            end.send(id > last ? result(message.get(), id) : error(id, "id_reuse"));
            last = id;
        }
    }

    private synchronized boolean isSignedIn(JsonNode auth) {
        return auth.path("type").asString("").equals("auth")
                && refreshTokenOf.containsKey(auth.path("access_token").asString(""));
    }

    private synchronized Map<String, Object> result(JsonNode command, int id) {
        String type = command.path("type").asString("");
        calls.add("WS " + type);
        if (trial == null || !type.startsWith("http/config")) {
            return error(id, "unknown_command");
        }
        return switch (type) {
            case "http/config" -> success(id, trial.state());
            case "http/config/promote" -> trial.promote() ? success(id, Map.of()) : error(id, "not_allowed");
            case "http/config/configure" -> {
                restart();
                yield trial.configure(command.path("config"))
                        ? success(id, Map.of("restart", true))
                        : error(id, "invalid_format");
            }
            default -> error(id, "unknown_command");
        };
    }

    private static Map<String, Object> success(int id, Object result) {
        return Map.of("id", id, "type", "result", "success", true, "result", result);
    }

    private static Map<String, Object> error(int id, String code) {
        return Map.of("id", id, "type", "result", "success", false, "error", Map.of("code", code, "message", code));
    }
}
