package dev.hallm.bot.platform.slack.fake;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** users.*, usergroups.*, bots.info, team.info, auth.test and api.test: who is who. */
final class PeopleMethods {
    private final Workspace workspace;

    PeopleMethods(Workspace workspace) {
        this.workspace = workspace;
    }

    Map<String, ApiMethod> methods() {
        return Map.of(
                "api.test", request -> Json.object(),
                "auth.test", this::authTest,
                "bots.info", this::bot,
                "team.info", this::team,
                "users.info", this::info,
                "users.list", this::list,
                "usergroups.list", this::usergroups,
                "usergroups.users.list", this::usergroupUsers);
    }

    private ObjectNode authTest(ApiRequest request) {
        ObjectNode answer = Json.object().put("url", "https://" + workspace.domain() + ".slack.com/");
        answer.put("team", "Hallm Lab").put("team_id", workspace.teamId()).put("is_enterprise_install", false);
        if (request.token().equals(Tokens.APP)) {
            return answer.put("app_name", "hallm").put("app_id", workspace.appId());
        }
        answer.put("user", "hallm").put("user_id", workspace.botUserId());
        return answer.put("bot_id", workspace.botId());
    }

    private ObjectNode bot(ApiRequest request) {
        if (!request.text("bot").equals(workspace.botId())) {
            throw new ApiError("bot_not_found");
        }
        ObjectNode answer = Json.object();
        answer.putObject("bot")
                .put("id", workspace.botId())
                .put("app_id", workspace.appId())
                .put("user_id", workspace.botUserId())
                .put("name", "hallm")
                .put("deleted", false);
        return answer;
    }

    private ObjectNode team(ApiRequest request) {
        ObjectNode answer = Json.object();
        answer.putObject("team")
                .put("id", workspace.teamId())
                .put("name", "Hallm Lab")
                .put("domain", workspace.domain());
        return answer;
    }

    private ObjectNode info(ApiRequest request) {
        String id = request.given("user").orElseThrow(() -> new ApiError("user_not_found"));
        ObjectNode answer = Json.object();
        answer.set(
                "user",
                workspace
                        .user(id)
                        .orElseThrow(() -> new ApiError("user_not_found"))
                        .json());
        return answer;
    }

    private ObjectNode list(ApiRequest request) {
        ObjectNode answer = Page.of(workspace.users(), request, 1_000).answer("members", SlackUser::json);
        answer.remove("has_more");
        return answer.put("cache_ts", workspace.stamps().seconds());
    }

    private void onlyPaid() {
        if (!workspace.usergroupError().isEmpty()) {
            throw new ApiError(workspace.usergroupError());
        }
    }

    private ObjectNode usergroups(ApiRequest request) {
        onlyPaid();
        ObjectNode answer = Json.object();
        var list = answer.putArray("usergroups");
        workspace.usergroups().stream()
                .filter(group -> group.enabled() || request.flag("include_disabled"))
                .forEach(group -> list.add(group.json(workspace.teamId(), request.flag("include_users"))));
        return answer;
    }

    private ObjectNode usergroupUsers(ApiRequest request) {
        onlyPaid();
        String id = request.need("usergroup");
        SlackUsergroup group = workspace.usergroups().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ApiError("no_such_subteam"));
        ObjectNode answer = Json.object();
        var users = answer.putArray("users");
        group.users().forEach(users::add);
        return answer;
    }
}
