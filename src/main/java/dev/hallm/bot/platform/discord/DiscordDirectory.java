package dev.hallm.bot.platform.discord;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.GroupDirectory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Who is in the guild and in which of its roles. Asked of Discord's API by every replica, since what another platform
 * delivers to one without the gateway may name a person of the guild.
 */
final class DiscordDirectory implements GroupDirectory {
    private static final Pattern MENTION =
            Pattern.compile("<@!?(\\d{1,20})>|(\\d{15,20})|discord:(\\d{1,20})/(\\d{1,20})");
    private static final Pattern ID = Pattern.compile("\\d{1,20}");
    private static final Set<Integer> UNKNOWN = Set.of(10_007, 10_013);
    private static final int LONGEST_NAME = 80;

    private final DiscordAccess access;
    private final DiscordRest rest;
    private final MembersSeen seen;

    DiscordDirectory(DiscordAccess access, DiscordRest rest, MembersSeen seen) {
        this.access = access;
        this.rest = rest;
        this.seen = seen;
    }

    @Override
    public String platform() {
        return DiscordSettings.PLATFORM;
    }

    @Override
    public Membership membership(ChatAccount account) {
        boolean here = account.platform().equals(DiscordSettings.PLATFORM)
                && account.realm().equals(access.guild())
                && ID.matcher(account.user()).matches();
        if (!here) {
            return new Membership.NotFound();
        }
        return seen.find(account.user()).orElseGet(() -> ask(account.user()));
    }

    private Membership ask(String user) {
        if (!access.hasToken()) {
            return new Membership.Unavailable("DISCORD_TOKEN is not set");
        }
        DiscordRest.Answer answer = rest.member(user);
        if (answer.ok() && answer.body().has("user")) {
            return member(answer.body());
        }
        return UNKNOWN.contains(answer.code())
                ? new Membership.NotFound()
                : new Membership.Unavailable("Discord answered " + answer.status() + " to the question for a member");
    }

    private static Membership member(JsonNode member) {
        JsonNode user = member.path("user");
        String name = Stream.of(member.path("nick"), user.path("global_name"), user.path("username"))
                .map(node -> node.asString(""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(user.path("id").asString(""));
        Set<String> roles =
                member.path("roles").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        return membership(
                user.path("bot").asBoolean(false), member.path("pending").asBoolean(false), name, roles);
    }

    /** A bot is nobody, and who has not accepted the guild's rules is a guest. */
    static Membership membership(boolean bot, boolean pending, String name, Set<String> roles) {
        if (bot) {
            return new Membership.NotFound();
        }
        return pending ? new Membership.Guest() : new Membership.Member(CleanText.shown(name, LONGEST_NAME), roles);
    }

    @Override
    public Optional<ChatAccount> resolve(String mention) {
        Matcher form = MENTION.matcher(mention.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        if (form.group(4) != null) {
            return Optional.of(new ChatAccount(DiscordSettings.PLATFORM, form.group(3), form.group(4)));
        }
        String user = form.group(1) != null ? form.group(1) : form.group(2);
        return Optional.of(new ChatAccount(DiscordSettings.PLATFORM, access.guild(), user));
    }

    /** None: Discord completes people itself, in options made for them. */
    @Override
    public List<Suggested> suggest(String prefix) {
        return List.of();
    }
}
