package dev.hallm.bot.identity;

import static dev.hallm.bot.identity.LinkBench.DISCORD;
import static dev.hallm.bot.identity.LinkBench.OTHER_DISCORD;
import static dev.hallm.bot.identity.LinkBench.SLACK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.identity.LinkOffer.State;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class AccountLinkingTest {
    private static final ChatAccount OTHER_SLACK = new ChatAccount("slack", "T1", "U0CY");
    private static final ChatAccount CONSOLE = new ChatAccount("console", "local", "bo");
    private static final Duration ALMOST = AccountLinking.VALID.minusMillis(1);

    @AutoClose
    private final LinkBench bench;

    private final AccountLinking linking;

    AccountLinkingTest(Db kind) {
        bench = new LinkBench(kind, 0);
        linking = bench.linking();
    }

    @Test
    void offersTheLinkToBothSides() {
        LinkOffer offer = bench.offer();

        assertThat(offer.giver()).isEqualTo(SLACK);
        assertThat(offer.taker()).isEqualTo(DISCORD);
        assertThat(offer.state()).isEqualTo(State.OPEN);
        assertThat(bench.links().accountsOf(SLACK)).containsExactly(SLACK);
    }

    @Test
    void storesNoCode() {
        String code = bench.code().shown();

        assertThat(bench.bot()
                        .jdbc()
                        .sql("select * from link_code")
                        .query()
                        .listOfRows()
                        .toString())
                .doesNotContain(code, code.replace("-", ""));
    }

    @Test
    void takesACodeUntilJustBeforeItsEnd() {
        LinkCode code = bench.code();
        bench.clock().advance(ALMOST);

        assertThat(linking.enter(DISCORD, code)).isInstanceOf(LinkEntry.Offered.class);
    }

    @Test
    void refusesACodeAfter15Minutes() {
        LinkCode code = bench.code();
        bench.clock().advance(AccountLinking.VALID);

        assertThat(linking.enter(DISCORD, code)).isEqualTo(new LinkEntry.Expired());
    }

    @Test
    void takesACodeOnce() {
        LinkCode code = bench.code();
        linking.enter(DISCORD, code);

        assertThat(linking.enter(OTHER_DISCORD, code)).isEqualTo(new LinkEntry.Used());
        assertThat(linking.enter(DISCORD, code)).isEqualTo(new LinkEntry.Used());
    }

    @Test
    void forgetsACodeForANewerOne() {
        LinkCode older = bench.code();
        LinkCode newer = bench.code();

        assertThat(linking.enter(DISCORD, older)).isEqualTo(new LinkEntry.Unknown());
        assertThat(linking.enter(DISCORD, newer)).isInstanceOf(LinkEntry.Offered.class);
    }

    @Test
    void refusesACodeOfTheSamePlatformWithoutUsingItUp() {
        LinkCode code = bench.code();

        assertThat(linking.enter(SLACK, code)).isEqualTo(new LinkEntry.SamePlatform());
        assertThat(linking.enter(OTHER_SLACK, code)).isEqualTo(new LinkEntry.SamePlatform());

        assertThat(linking.enter(DISCORD, code)).isInstanceOf(LinkEntry.Offered.class);
    }

    @Test
    void refusesWhoIsLinkedToAnotherAccountOfThatPlatform() {
        Linked.make(bench.bot(), OTHER_SLACK, DISCORD);

        assertThat(linking.enter(DISCORD, bench.code())).isEqualTo(new LinkEntry.Taken(SLACK));
    }

    @Test
    void refusesTheCodeOfWhoIsLinkedToAnotherAccountOfThatPlatform() {
        Linked.make(bench.bot(), SLACK, OTHER_DISCORD);

        assertThat(linking.enter(DISCORD, bench.code())).isEqualTo(new LinkEntry.Taken(SLACK));
    }

    @Test
    void saysThatTheTwoAreLinkedAlready() {
        Linked.make(bench.bot(), SLACK, DISCORD);

        assertThat(linking.enter(DISCORD, bench.code())).isEqualTo(new LinkEntry.LinkedAlready(SLACK));
    }

    @Test
    void linksOnceBothHaveConfirmed() {
        LinkOffer offer = bench.offer();

        assertThat(linking.confirm(offer.id(), DISCORD)).isInstanceOf(LinkDecision.Waiting.class);
        assertThat(bench.links().accountsOf(SLACK)).containsExactly(SLACK);
        assertThat(linking.confirm(offer.id(), SLACK)).isInstanceOf(LinkDecision.Linked.class);

        assertThat(bench.links().accountsOf(SLACK)).containsExactlyInAnyOrder(SLACK, DISCORD);
    }

    @Test
    void linksAThirdPlatformToTwo() {
        Linked.make(bench.bot(), SLACK, CONSOLE);
        LinkOffer offer = bench.offer();
        linking.confirm(offer.id(), SLACK);

        linking.confirm(offer.id(), DISCORD);

        assertThat(bench.links().accountsOf(CONSOLE)).containsExactlyInAnyOrder(SLACK, DISCORD, CONSOLE);
    }

    @Test
    void takesASecondYesOfOneSideForTheSame() {
        LinkOffer offer = bench.offer();
        linking.confirm(offer.id(), DISCORD);

        assertThat(linking.confirm(offer.id(), DISCORD)).isInstanceOf(LinkDecision.Waiting.class);

        assertThat(bench.links().accountsOf(SLACK)).containsExactly(SLACK);
    }

    @Test
    void saysThatItIsLinkedWhenConfirmedOnceMore() {
        LinkOffer offer = bench.offer();
        linking.confirm(offer.id(), DISCORD);
        linking.confirm(offer.id(), SLACK);

        assertThat(linking.confirm(offer.id(), SLACK)).isInstanceOf(LinkDecision.LinkedBefore.class);
        assertThat(linking.refuse(offer.id(), DISCORD)).isInstanceOf(LinkDecision.LinkedBefore.class);
    }

    @Test
    void doesNotLinkAnewWithTheButtonOfALinkThatWasRemoved() {
        LinkOffer offer = bench.offer();
        linking.confirm(offer.id(), DISCORD);
        linking.confirm(offer.id(), SLACK);
        linking.remove(SLACK);

        assertThat(linking.confirm(offer.id(), SLACK)).isEqualTo(new LinkDecision.Stale());

        assertThat(bench.links().accountsOf(SLACK)).containsExactly(SLACK);
    }

    @Test
    void takesNoYesAfterTheCodesTime() {
        LinkOffer offer = bench.offer();
        linking.confirm(offer.id(), DISCORD);
        bench.clock().advance(AccountLinking.VALID);

        assertThat(linking.confirm(offer.id(), SLACK)).isEqualTo(new LinkDecision.Stale());
        assertThat(linking.refuse(offer.id(), SLACK)).isEqualTo(new LinkDecision.Stale());

        assertThat(bench.links().accountsOf(SLACK)).containsExactly(SLACK);
    }

    @Test
    void endsWithTheNoOfEitherSide() {
        LinkOffer offer = bench.offer();
        linking.confirm(offer.id(), DISCORD);

        assertThat(linking.refuse(offer.id(), DISCORD)).isInstanceOf(LinkDecision.Refused.class);

        assertThat(linking.confirm(offer.id(), SLACK)).isEqualTo(new LinkDecision.Stale());
        assertThat(bench.links().accountsOf(SLACK)).containsExactly(SLACK);
    }

    @Test
    void listensToTheTwoAccountsOnly() {
        LinkOffer offer = bench.offer();

        assertThat(linking.confirm(offer.id(), OTHER_DISCORD)).isEqualTo(new LinkDecision.Stale());
        assertThat(linking.refuse(offer.id(), OTHER_SLACK)).isEqualTo(new LinkDecision.Stale());
        assertThat(linking.confirm("never", SLACK)).isEqualTo(new LinkDecision.Stale());
        assertThat(bench.stateOf(offer)).isEqualTo(State.OPEN);
    }

    @Test
    void linksOneOfTwoOffersToAccountsOfOnePlatform() {
        LinkOffer one = bench.offer();
        var other = ((LinkEntry.Offered) linking.enter(OTHER_DISCORD, bench.code())).offer();
        linking.confirm(one.id(), DISCORD);
        linking.confirm(one.id(), SLACK);
        linking.confirm(other.id(), OTHER_DISCORD);

        assertThat(linking.confirm(other.id(), SLACK)).isInstanceOf(LinkDecision.Taken.class);

        assertThat(bench.links().accountsOf(SLACK)).containsExactlyInAnyOrder(SLACK, DISCORD);
        assertThat(bench.stateOf(other)).isEqualTo(State.REFUSED);
    }

    @Test
    void refusesEvenTheRightCodeAfterFiveWrongOnes() {
        LinkCode right = bench.code();
        guess(5);

        assertThat(linking.enter(DISCORD, right))
                .isEqualTo(new LinkEntry.TooMany(bench.clock().instant().plus(Duration.ofMinutes(15))));
        assertThat(linking.enter(OTHER_DISCORD, right)).isInstanceOf(LinkEntry.Offered.class);
    }

    @Test
    void takesTheRightCodeAfterFourWrongOnes() {
        LinkCode right = bench.code();
        guess(4);

        assertThat(linking.enter(DISCORD, right)).isInstanceOf(LinkEntry.Offered.class);
    }

    @Test
    void forgetsAWrongCodeAfter15Minutes() {
        guess(1);
        bench.clock().advance(Duration.ofMinutes(10));
        guess(4);
        bench.clock().advance(Duration.ofMinutes(5));

        assertThat(linking.enter(DISCORD, LinkCode.random())).isEqualTo(new LinkEntry.Unknown());
        assertThat(linking.enter(DISCORD, LinkCode.random())).isInstanceOf(LinkEntry.TooMany.class);
    }

    private void guess(int times) {
        for (int n = 0; n < times; n++) {
            assertThat(linking.enter(DISCORD, LinkCode.random())).isEqualTo(new LinkEntry.Unknown());
        }
    }

    @Test
    void partsLinkedAccounts() {
        Linked.make(bench.bot(), SLACK, DISCORD);

        assertThat(linking.remove(DISCORD)).containsExactly(SLACK);

        assertThat(linking.remove(DISCORD)).isEmpty();
    }
}
