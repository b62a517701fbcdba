package dev.hallm.bot.scenario;

import static org.awaitility.Awaitility.await;

import dev.hallm.bot.platform.discord.fake.DiscordChannel;
import dev.hallm.bot.platform.discord.fake.DiscordMessage;
import dev.hallm.bot.platform.discord.fake.DiscordPerson;
import dev.hallm.bot.platform.discord.fake.MessageButton;
import dev.hallm.bot.platform.discord.fake.OpenedModal;
import dev.hallm.bot.platform.discord.fake.SentInteraction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Discord in front of its people. */
public final class DiscordStage implements ChatStage {
    private static final String PERSON = "person:";

    private final Surroundings surroundings;

    public DiscordStage(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    private DiscordPerson person(String who) {
        return surroundings.discordPerson(who);
    }

    @Override
    public String account(String who) {
        return "discord:" + surroundings.discord().guild().id() + "/"
                + person(who).id();
    }

    @Override
    public String name(String who) {
        return Lab.name(who);
    }

    /** Discord knows no guests: whoever is in the guild without a role has no role. */
    @Override
    public String refusalOfGuests() {
        return "You have no role here";
    }

    @Override
    public String mention(String who) {
        return PERSON + who;
    }

    @Override
    public Seen asks(String who, String command, Map<String, String> arguments) {
        var options = new HashMap<String, Object>();
        arguments.forEach((name, value) ->
                options.put(name, value.startsWith(PERSON) ? person(value.substring(PERSON.length())) : value));
        return seen(person(who).slash(command, options).awaitAnswer());
    }

    @Override
    public Seen in(Place place, String... words) {
        return await("a message in " + place + " with " + List.of(words))
                .atMost(Talk.PATIENCE)
                .until(() -> find(place, words), Optional::isPresent)
                .map(DiscordStage::seen)
                .orElseThrow();
    }

    @Override
    public boolean has(Place place, String... words) {
        return find(place, words).isPresent();
    }

    private Optional<DiscordMessage> find(Place place, String... words) {
        return surroundings.discord().messages(channel(place)).stream()
                .filter(message -> !message.isEphemeral() && hasAll(message, words))
                .reduce((older, newer) -> newer);
    }

    private DiscordChannel channel(Place place) {
        return switch (place.kind()) {
            case APPROVALS, OPERATIONS, ANNOUNCEMENTS -> surroundings.discordChannel(place.kind());
            case DIRECT -> person(place.who()).directMessages();
        };
    }

    private static boolean hasAll(DiscordMessage message, String... words) {
        return Stream.of(words).allMatch(text(message)::contains);
    }

    /** What a reader sees of the text: without the escapes that keep it from being markup. */
    private static String text(DiscordMessage message) {
        return message.text()
                .replaceAll("\\\\(\\p{Punct})", "$1")
                .replace("\u200B", "")
                .replace("\u2060", "");
    }

    @Override
    public Seen becomes(Seen message, String... words) {
        return seen(await("the message with " + List.of(words))
                .atMost(Talk.PATIENCE)
                .until(() -> message(message), now -> hasAll(now, words)));
    }

    @Override
    public void clicks(String who, Seen message, String label) {
        click(who, message, label);
    }

    private SentInteraction click(String who, Seen message, String label) {
        return person(who).in(message(message).channel()).clicksAsSeen(message(message), message.action(label));
    }

    @Override
    public Seen answerTo(String who, Seen message, String label) {
        SentInteraction interaction = click(who, message, label);
        return seen(await("a private answer to " + who)
                .atMost(Talk.PATIENCE)
                .until(() -> privateAnswer(interaction), Optional::isPresent)
                .orElseThrow());
    }

    private static Optional<DiscordMessage> privateAnswer(SentInteraction interaction) {
        return Stream.concat(interaction.original().stream(), interaction.followups().stream())
                .filter(answer -> answer.isEphemeral() && !answer.isLoading())
                .findFirst();
    }

    @Override
    public void fills(String who, Seen message, String label, Map<String, String> values) {
        OpenedModal modal = click(who, message, label).awaitModal();
        Map<String, String> byLabel = modal.labels().stream()
                .filter(field -> values.containsKey(fieldName(modal, field)))
                .collect(Collectors.toMap(field -> field, field -> values.get(fieldName(modal, field))));
        person(who).submits(modal, byLabel);
    }

    private static String fieldName(OpenedModal modal, String label) {
        return modal.field(label).path("custom_id").asString("");
    }

    @Override
    public String secretOf(String who, Seen message, String label) {
        return answerTo(who, message, label).text();
    }

    /** An ephemeral message is gone when its reader restarts the client. */
    @Override
    public String everythingKept() {
        return surroundings.discord().messages().stream()
                .filter(message -> !message.isEphemeral())
                .map(DiscordStage::text)
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void closeDirectMessages(String who) {
        person(who).closesDirectMessages();
    }

    private DiscordMessage message(Seen message) {
        return surroundings.discord().messages().stream()
                .filter(candidate -> candidate.id().equals(message.id()))
                .findFirst()
                .orElseThrow();
    }

    private static Seen seen(DiscordMessage message) {
        return new Seen(
                message.id(),
                text(message),
                message.buttons().stream()
                        .collect(Collectors.toMap(
                                MessageButton::label,
                                button -> button.customId().orElseThrow())));
    }
}
