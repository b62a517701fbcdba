package dev.hallm.bot.view;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.operation.Samples;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tenants, alone and in lists, and the room that is left. */
final class SampleTenantCards {
    private final Map<String, Message> cards = new HashMap<>();

    private SampleTenantCards() {}

    static Map<String, Message> all() {
        SampleTenantCards samples = new SampleTenantCards();
        samples.tenants();
        samples.capacity();
        return samples.cards;
    }

    private void tenants() {
        try (ViewBench bench = new ViewBench()) {
            cards.put(
                    "tenant",
                    bench.get(TenantCard.class)
                            .of(
                                    SampleTenants.ill("ada", "the image does not exist"),
                                    SampleTenants.details(),
                                    Samples.approver(Samples.BO)));
            TenantList list = bench.get(TenantList.class);
            cards.put("tenant-list", list.page(SampleTenants.many(11), 1, Map.of("phase", "active"), Samples.ANA));
            cards.put("tenant-list-empty", list.page(List.of(), 1, Map.of(), Samples.ANA));
            cards.put("tenant-csv", list.csv(SampleTenants.many(2)));
        }
    }

    private void capacity() {
        try (ViewBench bench = new ViewBench()) {
            bench.cluster().breaks("node-2");
            cards.put("capacity", bench.get(CapacityTable.class).now());
            bench.cluster().isAwayFor(Duration.ofSeconds(90));
            cards.put(
                    "capacity-stale",
                    bench.get(Notices.class)
                            .withAge(bench.get(CapacityTable.class).now()));
        }
    }
}
