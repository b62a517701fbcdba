package dev.hallm.bot.doctor;

import dev.hallm.bot.chat.port.Finding;
import dev.hallm.bot.chat.port.Finding.Severity;
import dev.hallm.bot.tenant.Tenants;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What is left until the bot is set up, told by the last examination and by whether there is a tenant. */
@Component
public class Setup {
    private final Doctor doctor;
    private final Tenants tenants;

    Setup(Doctor doctor, Tenants tenants) {
        this.doctor = doctor;
        this.tenants = tenants;
    }

    /** The items in the order in which they are done. */
    public enum Item {
        DATABASE("HB-B0[^4]"),
        CLUSTER("HB-K0."),
        CHART("HB-K1."),
        CHANNELS("HB-(C0|S|D).*"),
        ROLES("HB-I0[^45]"),
        TENANT("");

        private final Pattern codes;

        Item(String codes) {
            this.codes = Pattern.compile(codes);
        }

        /** Warnings keep roles open, whose holders are too few; elsewhere only problems count. */
        private boolean isKeptOpenBy(Finding finding) {
            boolean counts = finding.severity() == Severity.PROBLEM
                    || (this == ROLES && finding.severity() == Severity.WARNING)
                    || (this == CHANNELS && finding.code().equals("HB-C02"));
            return counts && codes.matcher(finding.code()).matches();
        }
    }

    /**
     * Each item with what keeps it open, empty when it is done; empty as a whole before the first examination has ended.
     * An open tenant has no finding: there is nothing wrong.
     */
    public Optional<State> state() {
        return doctor.last().map(this::of);
    }

    private State of(Report report) {
        var open = new EnumMap<Item, List<Finding>>(Item.class);
        Arrays.stream(Item.values())
                .forEach(item -> open.put(
                        item,
                        report.findings().stream().filter(item::isKeptOpenBy).toList()));
        return new State(open, !tenants.all().isEmpty());
    }

    /** The items now. */
    public record State(Map<Item, List<Finding>> open, boolean hasTenant) {
        public State {
            open = Map.copyOf(open);
        }

        public boolean isDone(Item item) {
            return item == Item.TENANT
                    ? hasTenant
                    : open.getOrDefault(item, List.of()).isEmpty();
        }

        public boolean isComplete() {
            return Arrays.stream(Item.values()).allMatch(this::isDone);
        }

        /** The first thing that keeps it open, in words; empty when nothing does. */
        public String why(Item item) {
            return open.getOrDefault(item, List.of()).stream()
                    .map(Finding::problem)
                    .findFirst()
                    .orElse("");
        }
    }
}
