package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Cell;
import dev.hallm.bot.chat.message.Block.Field;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.cluster.TenantDetails.Certificate;
import dev.hallm.bot.cluster.TenantDetails.Details;
import dev.hallm.bot.cluster.TenantDetails.Event;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.onboarding.Onboarding;
import dev.hallm.bot.onboarding.Onboardings;
import dev.hallm.bot.tenant.Tenant;
import dev.hallm.bot.tenant.TenantPhase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One tenant in full, as {@code user show} answers. */
@Component
public class TenantCard {
    private static final int EVENTS = 3;

    private final People people;
    private final Onboardings onboardings;
    private final Clock clock;

    TenantCard(People people, Onboardings onboardings, Clock clock) {
        this.people = people;
        this.onboardings = onboardings;
        this.clock = clock;
    }

    /** The card for one reader. */
    public Message of(Tenant tenant, Details details, Person reader) {
        var blocks = new ArrayList<Block>();
        blocks.add(Block.Text.heading(tenant.name() + " · " + tenant.phase().word()));
        blocks.add(facts(tenant, details));
        unfinished(tenant).ifPresent(onboarding -> blocks.add(ItemLines.of(onboarding, clock.instant())));
        addUnlessEmpty(blocks, QuotaBars.of(tenant.quota()));
        workloads(tenant).ifPresent(blocks::add);
        endpoints(tenant, details).ifPresent(blocks::add);
        volumes(tenant).ifPresent(blocks::add);
        events(details, EVENTS).ifPresent(blocks::add);
        if (!details.late().isEmpty()) {
            blocks.add(Block.Text.note(Span.plain(text("show.late", "what", String.join(", ", details.late())))));
        }
        blocks.add(buttons(tenant, reader));
        return new Message(fallback(tenant), tone(tenant), blocks);
    }

    private String fallback(Tenant tenant) {
        String trouble = tenant.workloads().stream()
                .filter(workload -> !workload.trouble().isEmpty())
                .map(workload -> workload.name() + ": " + workload.trouble())
                .findFirst()
                .orElse(text("show.no-trouble"));
        return text(
                "show.fallback",
                "tenant",
                tenant.name(),
                "phase",
                tenant.phase().word(),
                "owner",
                tenant.ownedBy().map(people::name).orElse("–"),
                "size",
                Optional.ofNullable(tenant.size()).orElse("–"),
                "trouble",
                trouble);
    }

    private static Tone tone(Tenant tenant) {
        boolean trouble = tenant.workloads().stream()
                .anyMatch(workload -> !workload.trouble().isEmpty());
        if (trouble) {
            return Tone.BAD;
        }
        return switch (tenant.phase()) {
            case ACTIVE -> Tone.GOOD;
            case ONBOARDING -> Tone.PROGRESS;
            case SUSPENDED, UNMANAGED -> Tone.NEUTRAL;
            case DELETING -> Tone.WARNING;
        };
    }

    private Block facts(Tenant tenant, Details details) {
        var fields = new ArrayList<Field>();
        fields.add(tenant.ownedBy()
                .map(owner -> Field.of(text("show.owner"), people.named(owner)))
                .orElseGet(() -> Field.of(text("show.owner"), text("show.no-owner"))));
        fields.add(
                Field.of(text("show.size"), Optional.ofNullable(tenant.size()).orElse("–")));
        fields.add(Field.of(text("show.namespace"), Span.code(tenant.name().namespace())));
        fields.add(Field.of(text("show.created"), new Span.Time(tenant.createdAt(), true)));
        details.release()
                .ifPresent(release -> fields.add(Field.of(
                        text("show.release"),
                        release.chart() + " · revision " + release.revision() + " · " + release.status())));
        return new Block.Fields(fields);
    }

    private Optional<Onboarding> unfinished(Tenant tenant) {
        return tenant.phase() != TenantPhase.ONBOARDING
                ? Optional.empty()
                : onboardings.latestOf(tenant.name()).filter(o -> !o.state().isOver());
    }

    private static void addUnlessEmpty(List<Block> blocks, Block.Fields fields) {
        if (!fields.fields().isEmpty()) {
            blocks.add(fields);
        }
    }

    private static Optional<Block> workloads(Tenant tenant) {
        List<List<Cell>> rows = tenant.workloads().stream()
                .map(w -> List.of(
                        Cell.of(Span.code(w.name())),
                        Cell.of(w.ready() + " of " + w.wanted()),
                        Cell.of(w.trouble().isEmpty() ? state(w) : "✖ " + w.trouble())))
                .toList();
        return table(text("show.workloads"), List.of("Workload", "Ready", "State"), rows);
    }

    private static String state(Tenant.Workload workload) {
        if (workload.wanted() == 0) {
            return "stopped";
        }
        return workload.ready() >= workload.wanted() ? "✔ running" : "▶ starting";
    }

    private static Optional<Block> endpoints(Tenant tenant, Details details) {
        List<List<Cell>> rows = tenant.endpoints().stream()
                .map(e -> List.of(
                        Cell.of(new Span.Link(e.url().toString(), e.url())),
                        Cell.of(e.hasAddress() ? "✔ has an address" : "○ waits for an address"),
                        Cell.of(certificate(e, details.certificates()))))
                .toList();
        return table(text("show.endpoints"), List.of("URL", "Ingress", "Certificate"), rows);
    }

    private static String certificate(Tenant.Endpoint endpoint, List<Certificate> certificates) {
        return certificates.stream()
                .filter(c -> c.name().startsWith(endpoint.name()))
                .findFirst()
                .map(c -> c.ready() ? "✔ valid" : "✖ " + c.why())
                .orElse("–");
    }

    private static Optional<Block> volumes(Tenant tenant) {
        List<List<Cell>> rows = tenant.volumes().stream()
                .map(v -> List.of(
                        Cell.of(Span.code(v.name())),
                        Cell.of(v.phase()),
                        Cell.of(v.capacity().asBytes())))
                .toList();
        return table(text("show.volumes"), List.of("Volume", "State", "Size"), rows);
    }

    /** The last few events worth a person's time. */
    static Optional<Block> events(Details details, int most) {
        List<List<Cell>> rows =
                details.events().stream().limit(most).map(TenantCard::event).toList();
        return table(text("show.events"), List.of("When", "About", "What"), rows);
    }

    private static List<Cell> event(Event event) {
        return List.of(
                Cell.of(new Span.Time(event.at(), true)),
                Cell.of(Span.code(event.about())),
                Cell.of((event.warning() ? "✖ " : "") + event.reason() + ": " + event.message()));
    }

    /** A table, unless it would be empty. */
    static Optional<Block> table(String caption, List<String> columns, List<List<Cell>> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Block.Table(caption, columns, rows));
    }

    private static Block buttons(Tenant tenant, Person reader) {
        return Block.Buttons.of(Button.of(
                text("button.refresh"),
                text("button.refresh") + " " + tenant.name(),
                ActionRequest.of("show", Map.of("tenant", tenant.name().value()), Clickers.only(reader.account()))));
    }
}
