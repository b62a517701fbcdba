package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Cell;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.tenant.Tenant;
import dev.hallm.bot.tenant.Tenant.QuotaUse;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;

/** All tenants, ten a page, and as a file. */
@Component
public class TenantList {
    /** Tenants on a page. */
    public static final int PAGE = 10;

    private final People people;

    TenantList(People people) {
        this.people = people;
    }

    /**
     * A page of tenants.
     *
     * @param filter what the list was narrowed to, by argument name
     */
    public Message page(List<Tenant> matching, int page, Map<String, String> filter, ChatAccount reader) {
        int pages = Math.max(1, (matching.size() + PAGE - 1) / PAGE);
        int shown = Math.clamp(page, 1, pages);
        List<Tenant> rows = matching.subList((shown - 1) * PAGE, Math.min(matching.size(), shown * PAGE));
        String title = text("list.title", "count", matching.size(), "filter", describe(filter));
        if (rows.isEmpty()) {
            return Message.of(
                    Tone.NEUTRAL, title, Block.Text.heading(title), Block.Text.body(Span.plain(text("list.empty"))));
        }
        return Message.of(
                Tone.NEUTRAL,
                title + ": "
                        + String.join(
                                ", ",
                                rows.stream()
                                        .map(t -> t.name() + " " + t.phase().word())
                                        .toList()) + " · " + text("list.page", "page", shown, "pages", pages),
                Block.Text.heading(title),
                table(rows),
                Block.Text.note(Span.plain(text("list.page", "page", shown, "pages", pages))),
                new Block.Buttons(buttons(shown, pages, filter, reader)));
    }

    private Block table(List<Tenant> rows) {
        return new Block.Table(
                text("list.caption"),
                List.of("Name", "Phase", "Owner", "Size", "CPU", "Memory", "GPU", "Last activity"),
                rows.stream().map(this::row).toList());
    }

    private List<Cell> row(Tenant tenant) {
        return List.of(
                Cell.of(Span.strong(tenant.name().value())),
                Cell.of(tenant.phase().word()),
                tenant.ownedBy().map(owner -> Cell.of(people.named(owner))).orElseGet(() -> Cell.of("–")),
                Cell.of(Optional.ofNullable(tenant.size()).orElse("–")),
                Cell.of(use(tenant, "requests.cpu")),
                Cell.of(use(tenant, "requests.memory")),
                Cell.of(gpus(tenant)),
                Optional.ofNullable(tenant.lastActivity())
                        .map(at -> Cell.of(new Span.Time(at, true)))
                        .orElseGet(() -> Cell.of("–")));
    }

    private static String use(Tenant tenant, String key) {
        return tenant.use(key).map(use -> Amounts.use(key, use)).orElse("–");
    }

    private static String gpus(Tenant tenant) {
        QuotaUse gpus = Amounts.gpus(tenant.quota());
        return gpus.hard().isZero() ? "–" : Amounts.use("gpu", gpus);
    }

    private static List<Button> buttons(int page, int pages, Map<String, String> filter, ChatAccount reader) {
        var buttons = new ArrayList<Button>();
        if (page > 1) {
            buttons.add(turn(text("button.previous"), page - 1, filter, reader));
        }
        if (page < pages) {
            buttons.add(turn(text("button.next"), page + 1, filter, reader));
        }
        buttons.add(Button.of(
                text("button.csv"),
                text("button.csv.label"),
                ActionRequest.of("list-csv", filter, Clickers.only(reader))));
        return buttons;
    }

    private static Button turn(String label, int page, Map<String, String> filter, ChatAccount reader) {
        var arguments = new TreeMap<>(filter);
        arguments.put("page", Integer.toString(page));
        return Button.of(
                label,
                label + ", " + text("list.to-page", "page", page),
                ActionRequest.of("list-page", arguments, Clickers.only(reader)));
    }

    private static String describe(Map<String, String> filter) {
        var words = new ArrayList<String>();
        new TreeMap<>(filter).forEach((key, value) -> words.add(key + " " + value));
        return words.isEmpty() ? "" : " · " + String.join(" · ", words);
    }

    /** The tenants as a CSV file; texts that a spreadsheet would take for a formula are quoted. */
    public Message csv(List<Tenant> matching) {
        String caption = text("list.csv", "count", matching.size());
        return Message.of(
                Tone.NEUTRAL,
                caption,
                Block.Text.body(Span.plain(caption)),
                new Block.Attachment("tenants.csv", "text/csv", content(matching)));
    }

    private static String content(List<Tenant> matching) {
        var out = new StringWriter();
        try (var printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            printer.printRecord(
                    "name",
                    "phase",
                    "owner",
                    "size",
                    "cpu_used",
                    "cpu_hard",
                    "memory_used",
                    "memory_hard",
                    "gpu_used",
                    "gpu_hard",
                    "created",
                    "last_activity");
            for (Tenant tenant : matching) {
                printer.printRecord(csvRow(tenant));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static List<Object> csvRow(Tenant tenant) {
        QuotaUse none = new QuotaUse(dev.hallm.bot.tenant.Quantity.ZERO, dev.hallm.bot.tenant.Quantity.ZERO);
        QuotaUse cpu = tenant.use("requests.cpu").orElse(none);
        QuotaUse memory = tenant.use("requests.memory").orElse(none);
        QuotaUse gpu = Amounts.gpus(tenant.quota());
        return List.of(
                tenant.name(),
                tenant.phase().word(),
                tenant.ownedBy().map(ChatAccount::toString).orElse(""),
                safe(Optional.ofNullable(tenant.size()).orElse("")),
                cpu.used(),
                cpu.hard(),
                memory.used(),
                memory.hard(),
                gpu.used(),
                gpu.hard(),
                tenant.createdAt(),
                Optional.ofNullable(tenant.lastActivity()).map(Object::toString).orElse(""));
    }

    private static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
