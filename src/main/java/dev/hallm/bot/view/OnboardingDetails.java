package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Cell;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.cluster.TenantDetails.Details;
import dev.hallm.bot.onboarding.Onboarding;
import dev.hallm.bot.operation.Journal;
import dev.hallm.bot.tenant.Tenant;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** One onboarding in full, for whoever asks: checklist, journal, what there is in the cluster, what happens there. */
@Component
public class OnboardingDetails {
    private static final int EVENTS = 5;

    private final Journal journal;
    private final People people;
    private final Clock clock;

    OnboardingDetails(Journal journal, People people, Clock clock) {
        this.journal = journal;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The details.
     *
     * @param tenant what the cluster has of it, empty when there is nothing
     */
    public Message of(Onboarding onboarding, Optional<Tenant> tenant, Details details) {
        String now = OnboardingWords.now(onboarding);
        var blocks = new ArrayList<Block>();
        blocks.add(Block.Text.heading(text(
                "onboarding.title", "tenant", onboarding.tenant(), "progress", OnboardingWords.progress(onboarding))));
        blocks.add(Block.Text.body(Span.plain(now)));
        blocks.add(ItemLines.of(onboarding, clock.instant()));
        blocks.add(JournalTable.of(journal.of(onboarding.operation()), people));
        tenant.flatMap(found -> objects(found, details)).ifPresent(blocks::add);
        TenantCard.events(details, EVENTS).ifPresent(blocks::add);
        if (!details.late().isEmpty()) {
            blocks.add(Block.Text.note(Span.plain(text("show.late", "what", String.join(", ", details.late())))));
        }
        blocks.addAll(OnboardingButtons.of(onboarding));
        return new Message(
                text("onboarding.details.fallback", "tenant", onboarding.tenant(), "now", now),
                tone(onboarding),
                blocks);
    }

    private static Tone tone(Onboarding onboarding) {
        return onboarding.state().isFailed() ? Tone.BAD : Tone.NEUTRAL;
    }

    private static Optional<Block> objects(Tenant tenant, Details details) {
        Stream<List<Cell>> namespace = Stream.of(
                row("Namespace", tenant.name().namespace(), tenant.phase().word()));
        Stream<List<Cell>> release = details.release().stream()
                .map(found -> row("Release", found.name(), found.status() + ", revision " + found.revision()));
        Stream<List<Cell>> workloads = tenant.workloads().stream()
                .map(one -> row(
                        one.kind(),
                        one.name(),
                        one.trouble().isEmpty() ? one.ready() + " of " + one.wanted() + " ready" : one.trouble()));
        Stream<List<Cell>> volumes = tenant.volumes().stream()
                .map(one -> row(
                        "Volume",
                        one.name(),
                        one.phase() + ", " + one.capacity().asBytes()));
        Stream<List<Cell>> endpoints = tenant.endpoints().stream()
                .map(one ->
                        row("Ingress", one.url().toString(), one.hasAddress() ? "has an address" : "no address yet"));
        return TenantCard.table(
                text("onboarding.details.objects"),
                List.of("Kind", "Name", "State"),
                Stream.of(namespace, release, workloads, volumes, endpoints)
                        .flatMap(rows -> rows)
                        .toList());
    }

    private static List<Cell> row(String kind, String name, String state) {
        return List.of(Cell.of(kind), Cell.of(Span.code(name)), Cell.of(state));
    }
}
