package dev.hallm.bot.chat.port;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.hallm.bot.identity.ChatAccount;

/** Where a message goes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "to")
public sealed interface Destination {
    String platform();

    /** A channel by the platform's id. */
    @JsonTypeName("channel")
    record Channel(String platform, String id) implements Destination {}

    /** One person, privately. */
    @JsonTypeName("direct")
    record Direct(ChatAccount account) implements Destination {
        @Override
        public String platform() {
            return account.platform();
        }
    }

    /**
     * The private answer to one interaction.
     *
     * @param handle the platform's own way back ({@code response_url}, interaction token), opaque to the core
     * @param announced whether the first response promised this answer ({@code DeferPrivate}), so that a place is kept
     *     for it
     */
    @JsonTypeName("reply")
    record Reply(ChatAccount account, String handle, boolean announced) implements Destination {
        @Override
        public String platform() {
            return account.platform();
        }
    }

    /** Under a message, as what belongs to it: a thread or a reply, whatever the platform has. */
    @JsonTypeName("under")
    record Under(MessageRef parent) implements Destination {
        @Override
        public String platform() {
            return parent.platform();
        }
    }

    /** An e-mail address that somebody gave for this. */
    @JsonTypeName("mail")
    record Mail(String address) implements Destination {
        /** The {@link ChatPlatform#name()} of what sends mail. */
        public static final String PLATFORM = "mail";

        @Override
        public String platform() {
            return PLATFORM;
        }
    }

    /** The page that a platform keeps for each person, where it has one. */
    @JsonTypeName("home")
    record Home(ChatAccount account) implements Destination {
        @Override
        public String platform() {
            return account.platform();
        }
    }

    /**
     * In place of the message that was clicked, for the clicker's private messages.
     *
     * @param handle as in {@link Reply}
     * @param clicked the message
     */
    @JsonTypeName("replacement")
    record Replacement(ChatAccount account, String handle, MessageRef clicked) implements Destination {
        @Override
        public String platform() {
            return account.platform();
        }
    }
}
