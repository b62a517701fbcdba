package dev.hallm.bot.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.approval.Request.State;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Linked;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import dev.hallm.bot.storage.Together;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Ana and Ola, who asks and who would own, are on the console; others vote from Slack too. */
@OnEachDatabase
class VotesAcrossPlatformsTest {
    private static final ChatAccount SLACK_ANA = slack("U0ANA");
    private static final ChatAccount SLACK_OLA = slack("U0OLA");
    private static final ChatAccount SLACK_BO = slack("U0BO");

    private final Db kind;

    @AutoClose
    private ApprovalBench bench;

    VotesAcrossPlatformsTest(Db kind) {
        this.kind = kind;
        bench = new ApprovalBench(kind, 1, 0);
    }

    private static ChatAccount slack(String user) {
        return new ChatAccount("slack", "T1", user);
    }

    private void with(int count, int readers, boolean requireLinked) {
        bench.close();
        bench = new ApprovalBench(kind, count, readers, requireLinked);
    }

    private void link(ChatAccount one, ChatAccount other) {
        Linked.make(bench.bot(), one, other);
    }

    private VoteResult approves(String id, ChatAccount by) {
        return bench.approvals().approve(id, Samples.approver(by));
    }

    private State stateOf(String id) {
        return bench.request(id).state();
    }

    @Test
    void countNotWhileTheVoterMayBeTheRequester() {
        String id = bench.asked();

        assertThat(approves(id, SLACK_BO)).isEqualTo(new VoteResult.Unlinked(bench.request(id), Samples.ANA));

        assertThat(stateOf(id)).isEqualTo(State.PENDING);
        assertThat(bench.scheduled()).isEmpty();
    }

    @Test
    void denyNothingEitherWhileTheVoterMayBeTheRequester() {
        String id = bench.asked();

        assertThat(bench.approvals().deny(id, Samples.approver(SLACK_BO), "no"))
                .isInstanceOf(VoteResult.Unlinked.class);

        assertThat(stateOf(id)).isEqualTo(State.PENDING);
    }

    @Test
    void countOnceTheVoterIsLinkedToTheRequestersPlatform() {
        String id = bench.asked();
        link(SLACK_BO, Samples.BO);

        assertThat(approves(id, SLACK_BO)).isInstanceOf(VoteResult.Counted.class);

        assertThat(stateOf(id)).isEqualTo(State.APPROVED);
    }

    @Test
    void countOnceRequesterAndOwnerAreLinkedToTheVotersPlatform() {
        String id = bench.asked();
        link(Samples.ANA, SLACK_ANA);
        link(Samples.OLA, SLACK_OLA);

        assertThat(approves(id, SLACK_BO)).isInstanceOf(VoteResult.Counted.class);
    }

    @Test
    void countNotWhileTheVoterMayBeTheOwner() {
        String id = bench.asked();
        link(Samples.ANA, SLACK_ANA);

        assertThat(approves(id, SLACK_BO)).isEqualTo(new VoteResult.Unlinked(bench.request(id), Samples.OLA));
    }

    @Test
    void countNotForLinksToAPlatformThatNeitherIsOn() {
        String id = bench.asked();
        link(SLACK_BO, new ChatAccount("discord", "1", "77"));

        assertThat(approves(id, SLACK_BO)).isInstanceOf(VoteResult.Unlinked.class);
    }

    @Test
    void areNotTheRequestersToGive() {
        String id = bench.asked();
        link(Samples.ANA, SLACK_ANA);

        assertThat(approves(id, SLACK_ANA)).isInstanceOf(VoteResult.OwnRequest.class);

        assertThat(stateOf(id)).isEqualTo(State.PENDING);
    }

    @Test
    void areNotTheOwnersToGive() {
        String id = bench.asked();
        link(Samples.OLA, SLACK_OLA);

        assertThat(approves(id, SLACK_OLA)).isInstanceOf(VoteResult.OwnRequest.class);
    }

    @Test
    void areNotTheRequestersToGiveThoughItParted() {
        String id = bench.asked();
        link(Samples.ANA, SLACK_ANA);
        Linked.remove(bench.bot(), SLACK_ANA);

        assertThat(approves(id, SLACK_ANA)).isInstanceOf(VoteResult.Unlinked.class);
    }

    @Test
    void ofOnePersonCountOnce() {
        with(2, 0, true);
        String id = bench.asked();
        link(SLACK_BO, Samples.BO);
        approves(id, SLACK_BO);

        assertThat(approves(id, Samples.BO)).isInstanceOf(VoteResult.Repeated.class);

        assertThat(bench.request(id).approvals()).isEqualTo(1);
    }

    @Test
    void ofOnePersonCountOnceThoughItParted() {
        with(2, 0, true);
        String id = bench.asked();
        link(SLACK_BO, Samples.BO);
        approves(id, SLACK_BO);
        Linked.remove(bench.bot(), Samples.BO);

        assertThat(approves(id, Samples.BO)).isInstanceOf(VoteResult.Repeated.class);

        assertThat(stateOf(id)).isEqualTo(State.PENDING);
    }

    @Test
    void ofOnePersonAtOnceCountOnce() throws Exception {
        with(2, 2, true);
        String id = bench.asked();
        link(SLACK_BO, Samples.BO);

        List<VoteResult> results = Together.run(List.of(() -> approves(id, SLACK_BO), () -> approves(id, Samples.BO)));

        assertThat(results).hasAtLeastOneElementOfType(VoteResult.Counted.class);
        assertThat(results).hasAtLeastOneElementOfType(VoteResult.Repeated.class);
        assertThat(stateOf(id)).isEqualTo(State.PENDING);
    }

    @Test
    void ofTwoWhoAreOnePersonByNowCountOnce() {
        with(3, 0, false);
        String id = bench.asked();
        approves(id, SLACK_BO);
        approves(id, Samples.BO);
        link(SLACK_BO, Samples.BO);

        approves(id, Samples.CY);

        assertThat(stateOf(id)).isEqualTo(State.PENDING);
        approves(id, Samples.account("dee"));
        assertThat(stateOf(id)).isEqualTo(State.APPROVED);
    }

    @Test
    void ofWhoTurnsOutToBeTheRequesterDoNotCount() {
        with(2, 0, false);
        String id = bench.asked();
        approves(id, SLACK_ANA);
        link(Samples.ANA, SLACK_ANA);

        approves(id, Samples.BO);

        assertThat(stateOf(id)).isEqualTo(State.PENDING);
    }

    @Test
    void countUnlinkedWhereTheConfigurationAllowsIt() {
        with(1, 0, false);
        String id = bench.asked();

        assertThat(approves(id, SLACK_BO)).isInstanceOf(VoteResult.Counted.class);
    }

    @Test
    void areNotTheRequestersToGiveEvenWhereUnlinkedOnesCount() {
        with(1, 0, false);
        String id = bench.asked();
        link(Samples.ANA, SLACK_ANA);

        assertThat(approves(id, SLACK_ANA)).isInstanceOf(VoteResult.OwnRequest.class);
    }

    @Test
    void needTheRoleOfTheAccountUsed() {
        String id = bench.asked();
        link(SLACK_BO, Samples.BO);

        assertThat(bench.approvals().approve(id, new Person(SLACK_BO, "Bo", Set.of())))
                .isInstanceOf(VoteResult.NotAVoter.class);
    }

    @Test
    void countTheRequestsOfAllAccountsOfAnOwner() {
        bench.asked();
        link(Samples.OLA, SLACK_OLA);

        assertThat(bench.approvals().requestedFor(Set.of(SLACK_OLA, Samples.OLA)))
                .isEqualTo(1);
        assertThat(bench.approvals().requestedFor(Set.of(SLACK_OLA))).isZero();
    }
}
