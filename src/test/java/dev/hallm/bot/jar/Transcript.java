package dev.hallm.bot.jar;

import dev.hallm.bot.chat.Captions;
import dev.hallm.bot.platform.discord.fake.DiscordChannel;
import dev.hallm.bot.platform.discord.fake.DiscordMessage;
import dev.hallm.bot.platform.discord.fake.MessageButton;
import dev.hallm.bot.platform.slack.fake.SlackMessage;
import dev.hallm.bot.scenario.Surroundings;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every message about a tenant that stays, on Slack and Discord, as it reads now. Without times, the tenant reads {@code
 * TENANT}; sorted, so that two onboardings can be compared.
 */
final class Transcript {
    private static final Pattern DURATION = Pattern.compile("\\d+(\\.\\d+)? ?(ms|s|min|h)\\b( \\d+ ?(s|min)\\b)?");
    private static final Pattern TIME =
            Pattern.compile("<t:\\d+(:\\w)?>|<!date\\^[^>]*>|\\d{4}-\\d\\d-\\d\\d[T ][0-9:.]+(Z| UTC)");

    /**
     * Issued a moment after the ingresses open: a scorecard saw that already, or says that it looks again, and a minute
     * later finds it, or the tenant gone that a test has removed.
     */
    private static final Pattern CERTIFICATES = Pattern.compile("[✔▶–] \\**Certificates\\** · [^\n]*");

    private static final Pattern LOOKED_AT_AGAIN =
            Pattern.compile("\n[^\n]*" + Pattern.quote(Captions.text("checks.pending")));

    private Transcript() {}

    static List<String> of(Surroundings surroundings, String tenant) {
        return Stream.concat(slack(surroundings), discord(surroundings))
                .filter(line -> naming(tenant).matcher(line).find())
                .map(line -> naming(tenant).matcher(line).replaceAll("TENANT"))
                .map(line -> CERTIFICATES.matcher(line).replaceAll("CERTIFICATES"))
                .map(line -> LOOKED_AT_AGAIN.matcher(line).replaceAll(""))
                .map(line -> TIME.matcher(line).replaceAll("TIME"))
                .map(line -> DURATION.matcher(line).replaceAll("DURATION"))
                .sorted()
                .toList();
    }

    private static Pattern naming(String tenant) {
        return Pattern.compile("(?<![0-9a-z])" + Pattern.quote(tenant) + "(?![0-9a-z])");
    }

    private static Stream<String> slack(Surroundings surroundings) {
        String bot = surroundings.slack().workspace().botUserId();
        return surroundings.slack().workspace().messages().stream()
                .filter(message -> message.author().equals(bot))
                .map(Transcript::line);
    }

    private static String line(SlackMessage message) {
        String thread = message.threadTs() == null ? "" : " in a thread";
        return "slack " + message.channel() + thread + ": " + message.flat();
    }

    private static Stream<String> discord(Surroundings surroundings) {
        return surroundings.discord().messages().stream()
                .filter(message -> !message.isEphemeral() && !message.isDeleted())
                .map(Transcript::line);
    }

    private static String line(DiscordMessage message) {
        DiscordChannel channel = message.channel();
        String place =
                channel.recipient().map(person -> "@" + person.username()).orElseGet(channel::name);
        String reply = message.json().has("message_reference") ? " as a reply" : "";
        List<String> buttons =
                message.buttons().stream().map(MessageButton::label).toList();
        return "discord " + place + reply + ": " + message.text() + "\n" + buttons;
    }
}
