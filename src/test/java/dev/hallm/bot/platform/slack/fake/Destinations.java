package dev.hallm.bot.platform.slack.fake;

import java.util.Optional;

/** Where the bot may write, and with which words Slack says no. */
final class Destinations {
    private final Workspace workspace;
    private final Tokens tokens;

    Destinations(Workspace workspace, Tokens tokens) {
        this.workspace = workspace;
        this.tokens = tokens;
    }

    /** The conversation to post into; a person's id means the direct message with that person. */
    SlackChannel toPost(String id) {
        SlackChannel channel = workspace.find(id).orElseGet(() -> direct(id));
        if (channel.archived()) {
            throw new ApiError("is_archived");
        }
        if (channel.isDirect()) {
            writable(workspace.user(channel.user()).orElseThrow(() -> new ApiError("channel_not_found")));
        } else if (!channel.botIsMember()) {
            outside(channel);
        }
        return channel;
    }

    private void outside(SlackChannel channel) {
        if (channel.isPrivate()) {
            throw new ApiError("channel_not_found");
        }
        if (!tokens.has("chat:write.public")) {
            throw new ApiError("not_in_channel");
        }
    }

    /** The conversation of an existing message: only the id that posting returned. */
    SlackChannel ofMessage(String id) {
        SlackChannel channel = Optional.of(id)
                .filter(given -> !given.startsWith("#"))
                .flatMap(workspace::find)
                .filter(found -> found.id().equals(id))
                .orElseThrow(() -> new ApiError("channel_not_found"));
        if (!channel.botIsMember()) {
            throw new ApiError(channel.isPrivate() ? "channel_not_found" : "not_in_channel");
        }
        return channel;
    }

    /** Opens the direct message with a person. */
    SlackChannel direct(String user) {
        SlackUser person = workspace.user(user).orElseThrow(() -> new ApiError("channel_not_found"));
        reachable(person);
        return workspace.directChannel(user);
    }

    void reachable(SlackUser person) {
        if (person.kind() == SlackUser.Kind.BOT) {
            throw new ApiError("cannot_dm_bot");
        }
        if (person.deleted()) {
            throw new ApiError("user_disabled");
        }
    }

    private void writable(SlackUser person) {
        reachable(person);
        if (!person.directMessages().equals(SlackUser.OPEN)) {
            throw new ApiError(person.directMessages());
        }
    }
}
