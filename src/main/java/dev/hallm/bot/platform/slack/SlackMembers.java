package dev.hallm.bot.platform.slack;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.GroupDirectory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The workspace's own people; guests and strangers of shared channels are told apart from them. */
final class SlackMembers implements GroupDirectory {
    private static final Pattern MENTION = Pattern.compile("(?:<@([UW][A-Z0-9]+)(?:\\|[^<>]*)?>|@?([UW][A-Z0-9]{2,}))");
    private static final int LONGEST_NAME = 80;
    private static final String SLACKBOT = "USLACKBOT";

    private final String workspace;
    private final SlackApi api;
    private final UserGroups groups;

    SlackMembers(String workspace, SlackApi api, UserGroups groups) {
        this.workspace = workspace;
        this.api = api;
        this.groups = groups;
    }

    @Override
    public String platform() {
        return SlackSettings.PLATFORM;
    }

    @Override
    public Membership membership(ChatAccount account) {
        if (!account.realm().equals(workspace)) {
            return new Membership.Guest();
        }
        return switch (api.call("users.info", Map.of("user", account.user()))) {
            case SlackAnswer.Ok ok -> membership(account, ok.body().path("user"));
            case SlackAnswer.Refused(String error) when error.startsWith("user_not_") -> new Membership.NotFound();
            case SlackAnswer.Refused(String error) -> new Membership.Unavailable(error);
            case SlackAnswer.Limited _ -> new Membership.Unavailable("Slack's limit");
            case SlackAnswer.Away(String why) -> new Membership.Unavailable(why);
        };
    }

    private Membership membership(ChatAccount account, JsonNode user) {
        if (is(user, "deleted") || is(user, "is_bot") || account.user().equals(SLACKBOT)) {
            return new Membership.NotFound();
        }
        boolean outsider = is(user, "is_restricted") || is(user, "is_ultra_restricted") || is(user, "is_stranger");
        if (outsider || isElsewhere(user)) {
            return new Membership.Guest();
        }
        UserGroups.Memberships found = groups.of(account.user());
        return new Membership.Member(displayName(user, account), found.groups(), found.complete());
    }

    private static boolean is(JsonNode user, String flag) {
        return user.path(flag).asBoolean(false);
    }

    /** In an organisation a person belongs to one workspace and may be a member of others. */
    private boolean isElsewhere(JsonNode user) {
        String home = user.path("team_id").asString("");
        Stream<JsonNode> others = user.path("enterprise_user").path("teams").valueStream();
        return !home.isEmpty()
                && !home.equals(workspace)
                && others.noneMatch(team -> team.asString("").equals(workspace));
    }

    private static String displayName(JsonNode user, ChatAccount account) {
        JsonNode profile = user.path("profile");
        return Stream.of(
                        profile.path("display_name"),
                        profile.path("real_name"),
                        user.path("real_name"),
                        user.path("name"))
                .map(name -> SlackText.line(name.asString("")))
                .filter(name -> !SlackText.isBlank(name))
                .findFirst()
                .map(name -> SlackText.shorten(name, LONGEST_NAME))
                .orElse(account.user());
    }

    @Override
    public Optional<ChatAccount> resolve(String mention) {
        String word = mention.strip();
        if (word.startsWith(SlackSettings.PLATFORM + ":")) {
            return account(word);
        }
        Matcher found = MENTION.matcher(word);
        return found.matches()
                ? Optional.of(new ChatAccount(
                        SlackSettings.PLATFORM, workspace, found.group(1) == null ? found.group(2) : found.group(1)))
                : Optional.empty();
    }

    private static Optional<ChatAccount> account(String text) {
        try {
            return Optional.of(ChatAccount.parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Set<String>> members(String group) {
        return groups.members(group);
    }

    /** Slack completes mentions itself. */
    @Override
    public List<Suggested> suggest(String prefix) {
        return List.of();
    }
}
