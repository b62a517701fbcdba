package dev.hallm.bot.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.platform.slack.fake.FakeSlack;
import dev.hallm.bot.platform.slack.fake.Receipt;
import dev.hallm.bot.platform.slack.fake.SlackButton;
import dev.hallm.bot.platform.slack.fake.SlackMessage;
import dev.hallm.bot.platform.slack.fake.SlackPerson;
import dev.hallm.bot.platform.slack.fake.SlackTransport;
import dev.hallm.bot.platform.slack.fake.Workspace;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Slack in front of its people, by whichever way it delivers. */
public final class SlackStage implements ChatStage {
    private final FakeSlack slack;
    private final Workspace workspace;
    private final SlackTransport transport;
    private final Map<String, SlackMessage> snapshots = new ConcurrentHashMap<>();

    public SlackStage(FakeSlack slack, SlackTransport transport) {
        this.slack = slack;
        this.workspace = slack.workspace();
        this.transport = transport;
    }

    private SlackPerson person(String who) {
        return slack.person(Surroundings.slackId(who), transport);
    }

    @Override
    public String account(String who) {
        return "slack:" + workspace.teamId() + "/" + Surroundings.slackId(who);
    }

    @Override
    public String name(String who) {
        return Lab.name(who);
    }

    @Override
    public String mention(String who) {
        return "<@" + Surroundings.slackId(who) + "|" + who + ">";
    }

    @Override
    public Seen asks(String who, String command, Map<String, String> arguments) {
        return answer(who, () -> person(who).slash(Lines.of(command, arguments)));
    }

    private Seen answer(String who, java.util.function.Supplier<Receipt> deed) {
        String user = Surroundings.slackId(who);
        Set<String> before = new HashSet<>();
        workspace.ephemeral(user).forEach(message -> before.add(message.ts()));
        assertAcknowledged(deed.get());
        return await("a private answer to " + who)
                .atMost(Talk.PATIENCE)
                .until(
                        () -> workspace.ephemeral(user).stream()
                                .filter(message -> !before.contains(message.ts()))
                                .findFirst(),
                        Optional::isPresent)
                .map(this::seen)
                .orElseThrow();
    }

    private static void assertAcknowledged(Receipt receipt) {
        assertThat(receipt).matches(Receipt::acknowledged, "acknowledged");
    }

    @Override
    public Seen in(Place place, String... words) {
        return await("a message in " + place + " with " + List.of(words))
                .atMost(Talk.PATIENCE)
                .until(() -> find(place, words), Optional::isPresent)
                .map(this::seen)
                .orElseThrow();
    }

    @Override
    public boolean has(Place place, String... words) {
        return find(place, words).isPresent();
    }

    private Optional<SlackMessage> find(Place place, String... words) {
        List<SlackMessage> messages = switch (place.kind()) {
            case APPROVALS, OPERATIONS, ANNOUNCEMENTS ->
                workspace.messages("C0" + place.kind().name());
            case DIRECT -> workspace.directMessages(Surroundings.slackId(place.who()));
        };
        return messages.stream().filter(message -> hasAll(message, words)).reduce((older, newer) -> newer);
    }

    private static boolean hasAll(SlackMessage message, String... words) {
        return Stream.of(words).allMatch(message.flat()::contains);
    }

    @Override
    public Seen becomes(Seen message, String... words) {
        SlackMessage before = snapshot(message);
        return seen(await("the message with " + List.of(words))
                .atMost(Talk.PATIENCE)
                .until(
                        () -> workspace.message(before.channel(), before.ts()).orElseThrow(),
                        now -> hasAll(now, words)));
    }

    @Override
    public void clicks(String who, Seen message, String label) {
        assertAcknowledged(person(who).clickAsSeen(snapshot(message), label));
    }

    @Override
    public Seen answerTo(String who, Seen message, String label) {
        return answer(who, () -> person(who).clickAsSeen(snapshot(message), label));
    }

    @Override
    public void fills(String who, Seen message, String label, Map<String, String> values) {
        SlackPerson person = person(who);
        assertAcknowledged(person.clickAsSeen(snapshot(message), label));
        await("a form for " + who)
                .atMost(Talk.PATIENCE)
                .until(() -> !workspace.modals(person.id()).isEmpty());
        assertAcknowledged(person.fillsModal(values).submits());
    }

    @Override
    public String secretOf(String who, Seen message, String label) {
        return answerTo(who, message, label).text();
    }

    /** An ephemeral message is gone when its reader loads the conversation anew. */
    @Override
    public String everythingKept() {
        return workspace.messages().stream().map(SlackMessage::flat).collect(Collectors.joining("\n"));
    }

    @Override
    public void closeDirectMessages(String who) {
        workspace.closeDirectMessages(Surroundings.slackId(who), "messages_tab_disabled");
    }

    private Seen seen(SlackMessage message) {
        String id = message.channel() + "/" + message.ts() + "/" + message.editedCount();
        snapshots.put(id, message);
        return new Seen(
                id,
                message.flat(),
                message.buttons().stream().collect(Collectors.toMap(SlackButton::label, SlackButton::actionId)));
    }

    private SlackMessage snapshot(Seen message) {
        return Objects.requireNonNull(snapshots.get(message.id()));
    }
}
