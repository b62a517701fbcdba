package dev.hallm.bot.platform.slack;

import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.chat.port.Channels.Purpose;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Finding;
import dev.hallm.bot.chat.port.SelfCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Whether the bot can post to each of its Slack channels. */
@Component
class SlackChannelsSelfCheck implements SelfCheck {
    private final SlackSettings settings;
    private final Channels channels;
    private final SlackProbe probe;

    SlackChannelsSelfCheck(SlackSettings settings, Channels channels, SlackProbe probe) {
        this.settings = settings;
        this.channels = channels;
        this.probe = probe;
    }

    @Override
    public String subject() {
        return "Slack's channels";
    }

    @Override
    public List<Finding> findings() {
        if (settings.workspace().isEmpty() || probe.botTokenKind() != SlackTokenKind.BOT) {
            return List.of();
        }
        SlackProbe.Reply self = probe.asBot("auth.test", Map.of());
        return self.ok() ? all(self.body().path("user").asString("the bot")) : List.of();
    }

    private List<Finding> all(String bot) {
        var findings = new ArrayList<Finding>();
        for (Purpose purpose : Purpose.values()) {
            channels.of(purpose).stream()
                    .filter(channel -> channel.platform().equals(SlackSettings.PLATFORM))
                    .map(channel -> of(purpose.name().toLowerCase(Locale.ROOT), channel, bot))
                    .forEach(findings::add);
        }
        return findings;
    }

    private Finding of(String purpose, Destination.Channel channel, String bot) {
        SlackProbe.Reply reply = probe.asBot("conversations.info", Map.of("channel", channel.id()));
        if (!reply.ok()) {
            String code = reply.error().equals("channel_not_found") ? "HB-S20" : "HB-S23";
            return Finding.of(code, "purpose", purpose, "channel", channel.id(), "bot", bot, "error", reply.error());
        }
        JsonNode found = reply.body().path("channel");
        String name = found.path("name").asString(channel.id());
        if (found.path("is_archived").asBoolean(false)) {
            return Finding.of("HB-S21", "purpose", purpose, "channel", name);
        }
        return found.path("is_member").asBoolean(false)
                ? Finding.fine("HB-S22", "purpose", purpose, "channel", name)
                : Finding.of("HB-S22", "purpose", purpose, "channel", name, "bot", bot);
    }
}
