package dev.hallm.bot.identity;

import static dev.hallm.bot.identity.LinkBench.DISCORD;
import static dev.hallm.bot.identity.LinkBench.OTHER_DISCORD;
import static dev.hallm.bot.identity.LinkBench.SLACK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.identity.LinkOffer.State;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import dev.hallm.bot.storage.Together;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Two people, each of whom has read before the other writes. */
@OnEachDatabase
class LinkingAtOnceTest {
    @AutoClose
    private final LinkBench bench;

    LinkingAtOnceTest(Db kind) {
        bench = new LinkBench(kind, 2);
    }

    @Test
    void usesACodeOnce() throws Exception {
        LinkCode code = bench.code();
        bench.meet();

        List<LinkEntry> entries = Together.run(List.of(
                () -> bench.linking().enter(DISCORD, code),
                () -> bench.linking().enter(OTHER_DISCORD, code)));

        assertThat(entries).hasAtLeastOneElementOfType(LinkEntry.Offered.class);
        assertThat(entries).hasAtLeastOneElementOfType(LinkEntry.Used.class);
    }

    @Test
    void linksWhenBothConfirm() throws Exception {
        LinkOffer offer = bench.offer();
        bench.meet();

        List<LinkDecision> decisions = Together.run(List.of(
                () -> bench.linking().confirm(offer.id(), SLACK),
                () -> bench.linking().confirm(offer.id(), DISCORD)));

        assertThat(decisions).hasAtLeastOneElementOfType(LinkDecision.Waiting.class);
        assertThat(decisions).hasAtLeastOneElementOfType(LinkDecision.Linked.class);
        assertThat(bench.links().accountsOf(SLACK)).containsExactlyInAnyOrder(SLACK, DISCORD);
    }

    @Test
    void confirmsOnceForOneSideThatClicksTwice() throws Exception {
        LinkOffer offer = bench.offer();
        bench.meet();

        List<LinkDecision> decisions = Together.run(2, () -> bench.linking().confirm(offer.id(), SLACK));

        assertThat(decisions).hasOnlyElementsOfType(LinkDecision.Waiting.class);
        assertThat(bench.stateOf(offer)).isEqualTo(State.OPEN);
    }

    @Test
    void linksOrRefusesButNeverBoth() throws Exception {
        LinkOffer offer = bench.offer();
        bench.linking().confirm(offer.id(), SLACK);
        bench.meet();

        List<LinkDecision> decisions = Together.run(List.of(
                () -> bench.linking().confirm(offer.id(), DISCORD),
                () -> bench.linking().refuse(offer.id(), SLACK)));

        boolean linked = bench.links().accountsOf(SLACK).contains(DISCORD);
        assertThat(decisions)
                .hasAtLeastOneElementOfType(linked ? LinkDecision.Linked.class : LinkDecision.Refused.class);
        assertThat(bench.stateOf(offer)).isEqualTo(linked ? State.LINKED : State.REFUSED);
    }

    @Test
    void countsWrongCodesThatComeTogether() throws Exception {
        List<LinkEntry> entries = Together.run(8, () -> bench.linking().enter(DISCORD, LinkCode.random()));

        assertThat(entries).filteredOn(LinkEntry.Unknown.class::isInstance).hasSize(5);
        assertThat(entries).filteredOn(LinkEntry.TooMany.class::isInstance).hasSize(3);
    }
}
