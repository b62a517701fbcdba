package dev.hallm.bot.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.approval.Request.State;
import dev.hallm.bot.identity.GroupDirectory.Membership;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.identity.RoleGrants.Grant;
import dev.hallm.bot.identity.Village;
import dev.hallm.bot.operation.ApprovalGate.Verdict;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.Operation.Provision;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.storage.Db;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the policy means for a wish, and who is there to grant it. */
class RulesTest {
    private static final Person BO = Samples.approver(Samples.BO);
    private static final Person CY = Samples.approver(Samples.CY);

    @AutoClose
    private @Nullable ApprovalBench bench;

    private ApprovalBench bench(Village village, Requirement standard, Rule... rules) {
        bench = new ApprovalBench(Db.H2, new ApprovalSettings(List.of(rules), standard), village, 0);
        return bench;
    }

    private static Requirement standard(int count) {
        return PolicyTest.needs("default", count);
    }

    private static Rule rule(String when, Requirement needs) {
        return new Rule(Expression.of(when), needs);
    }

    private static Village villageOf(String... approvers) {
        return Village.with(List.of(new Grant("console", "local", Set.of(approvers), Set.of(), false)));
    }

    private static Village villageOfTheGroup() {
        return Village.with(List.of(new Grant("console", "local", Set.of(), Set.of("g1"), false)));
    }

    @Test
    void letsRunAtOnceWhatARuleAsksNobodyAbout() {
        var bench = bench(
                Village.ofApprovers(), standard(1), rule("operation.size == 'standard'", PolicyTest.needs("free", 0)));

        assertThat(bench.approvals().ask(Samples.provision("ada"), Samples.ANA)).isEqualTo(new Verdict.Free());
    }

    @Test
    void needsWhatTheRuleWants() {
        var bench = bench(
                Village.ofApprovers(), standard(1), rule("operation.after.cpu >= 8.0", PolicyTest.needs("big", 2)));

        Request request = bench.request(bench.asked());

        assertThat(request.needs()).isEqualTo(new Request.Needs("big", 2, Role.APPROVER, true));
    }

    @Test
    void looksAtThePolicyAgainForWhatIsGrantedInstead() {
        var bench = bench(
                Village.ofApprovers(), standard(1), rule("operation.size == 'small'", PolicyTest.needs("small", 2)));
        String id = bench.asked();

        bench.approvals().approveLess(id, BO, "standard", Samples.SMALL);

        assertThat(bench.request(id).state()).isEqualTo(State.PENDING);
        assertThat(bench.request(id).needs().rule()).isEqualTo("small");
        bench.approvals().approve(id, CY, "small");
        assertThat(bench.request(id).state()).isEqualTo(State.APPROVED);
    }

    @Test
    void knowsWhetherTheRequesterWouldOwnIt() {
        var bench = bench(Village.ofApprovers(), standard(1), rule("requester.owns", PolicyTest.needs("own", 0)));
        var own = new Provision(Samples.provision("ada").tenant(), Samples.ANA, Samples.ANA, Samples.STANDARD, "mine");

        assertThat(bench.approvals().ask(own, Samples.ANA)).isEqualTo(new Verdict.Free());
        assertThat(bench.approvals().ask(Samples.provision("bea"), Samples.ANA))
                .isInstanceOf(Verdict.NeedsApproval.class);
    }

    @Test
    void wantsAReasonWhereARuleSaysSo() {
        var bench = bench(
                Village.ofApprovers(),
                new Requirement("default", 1, Role.APPROVER, true, Duration.ofHours(8), List.of(), true));
        var silent = new Provision(Samples.provision("ada").tenant(), Samples.OLA, Samples.ANA, Samples.STANDARD, "  ");

        assertThat(bench.approvals().ask(silent, Samples.ANA)).isEqualTo(new Verdict.NeedsReason());
        assertThat(bench.approvals().pending()).isEmpty();
    }

    @Test
    void refusesLoudlyWhenNobodyHoldsTheRole() {
        var bench = bench(villageOf(), standard(1));

        assertThat(bench.approvals().ask(Samples.provision("ada"), Samples.ANA))
                .isEqualTo(new Verdict.Unreachable(Role.APPROVER, "default", 1, 0));
        assertThat(bench.approvals().pending()).isEmpty();
    }

    @Test
    void refusesLoudlyWhenOnlyRequesterAndOwnerHoldTheRole() {
        var bench = bench(villageOf("ana", "ola"), standard(1));

        assertThat(bench.approvals().ask(Samples.provision("ada"), Samples.ANA))
                .isEqualTo(new Verdict.Unreachable(Role.APPROVER, "default", 1, 0));
    }

    @Test
    void refusesLoudlyWhenTheApproversGroupIsEmpty() {
        Village village = villageOfTheGroup();
        village.group("g1");
        var bench = bench(village, standard(1));

        assertThat(bench.approvals().ask(Samples.provision("ada"), Samples.ANA))
                .isEqualTo(new Verdict.Unreachable(Role.APPROVER, "default", 1, 0));
    }

    @Test
    void seesThatAGroupBecameEmptyAfterTheRequest() {
        Village village = villageOfTheGroup();
        village.group("g1", "bo");
        var bench = bench(village, standard(1));
        Request request = bench.request(bench.asked());
        assertThat(bench.approvals().isReachable(request)).isTrue();

        village.group("g1");
        bench.clock().advance(Duration.ofHours(1));

        assertThat(bench.approvals().isReachable(request)).isFalse();
    }

    @Test
    void refusesLoudlyWhenOneOfTwoVotesCanNeverCome() {
        var bench = bench(villageOf("ana", "bo"), standard(2));

        assertThat(bench.approvals().ask(Samples.provision("ada"), Samples.ANA))
                .isEqualTo(new Verdict.Unreachable(Role.APPROVER, "default", 2, 1));
    }

    @Test
    void asksTheMembersOfAGroup() {
        Village village = villageOfTheGroup();
        village.group("g1", "bo");
        var bench = bench(village, standard(1));

        assertThat(bench.approvals().ask(Samples.provision("ada"), Samples.ANA))
                .isInstanceOf(Verdict.NeedsApproval.class);
    }

    @Test
    void takesAGroupThatCannotBeCountedForEnough() {
        var bench = bench(villageOfTheGroup(), standard(1));

        assertThat(bench.approvals().ask(Samples.provision("ada"), Samples.ANA))
                .isInstanceOf(Verdict.NeedsApproval.class);
    }

    @Test
    void countsListedPeopleWhileTheirPlatformIsSilent() {
        Village village = villageOf("bo");
        village.says(Samples.BO, new Membership.Unavailable("away"));
        var bench = bench(village, standard(1));

        assertThat(bench.approvals().ask(Samples.provision("ada"), Samples.ANA))
                .isInstanceOf(Verdict.NeedsApproval.class);
    }

    @Test
    void countsNotTheVoteOfWhoeverLostTheRole() {
        Village village = Village.ofApprovers();
        var bench = bench(village, standard(2));
        String id = bench.asked();
        bench.approvals().approve(id, BO);
        village.says(Samples.BO, Village.stranger());
        bench.clock().advance(Duration.ofMinutes(1));

        bench.approvals().approve(id, CY);

        assertThat(bench.request(id).state()).isEqualTo(State.PENDING);
        assertThat(bench.request(id).votes()).extracting(Request.Vote::by).containsExactly(Samples.CY);
        assertThat(bench.scheduled()).isEmpty();
    }

    @Test
    void countsNothingWhileAnEarlierVotersRoleIsUnclear() {
        Village village = Village.ofApprovers();
        var bench = bench(village, standard(2));
        String id = bench.asked();
        bench.approvals().approve(id, BO);
        village.says(Samples.BO, new Membership.Unavailable("away"));
        bench.clock().advance(Duration.ofMinutes(1));

        assertThat(bench.approvals().approve(id, CY)).isInstanceOf(VoteResult.Unclear.class);

        assertThat(bench.request(id).votes()).hasSize(1);
        assertThat(bench.scheduled()).isEmpty();
    }

    @Test
    void goesOnWaitingWhenItNeedsMoreByNow() {
        var bench = bench(Village.ofApprovers(), standard(1), rule("!capacity.fits", PolicyTest.needs("full", 2)));
        String id = bench.asked();
        bench.capacity().taken("31");

        bench.approvals().approve(id, BO);

        assertThat(bench.request(id).state()).isEqualTo(State.PENDING);
        assertThat(bench.request(id).needs().rule()).isEqualTo("full");
        assertThat(bench.scheduled()).isEmpty();
        bench.approvals().approveAnyway(id, CY, null);
        assertThat(bench.request(id).state()).isEqualTo(State.APPROVED);
    }

    @Test
    void countsNoLastVoteForWhatNoLongerFitsUntilSomebodySaysAnyway() {
        var bench = bench(Village.ofApprovers(), standard(2));
        String id = bench.asked();
        bench.approvals().approve(id, BO);
        bench.capacity().taken("31");

        assertThat(bench.approvals().approve(id, CY)).isInstanceOf(VoteResult.NoRoom.class);
        assertThat(bench.request(id).votes()).hasSize(1);
        assertThat(bench.scheduled()).isEmpty();

        bench.approvals().approveAnyway(id, CY, null);

        assertThat(bench.request(id).state()).isEqualTo(State.APPROVED);
        assertThat(bench.scheduled()).hasSize(1);
    }

    @Test
    void asksApproversAboutNewCredentialsWhereARuleSaysSo() {
        var bench = bench(
                Village.ofApprovers(),
                standard(1),
                rule("operation.kind == 'rotate-credentials'", PolicyTest.needs("keys", 1)));
        var rotation = new Operation.RotateCredentials(
                Samples.provision("ada").tenant(), Samples.OLA, Samples.ANA, "a laptop is lost");

        var asked = (Verdict.NeedsApproval) bench.approvals().ask(rotation, Samples.ANA);
        bench.approvals().approve(asked.request(), BO);

        assertThat(bench.request(asked.request()).operation()).isEqualTo(rotation);
        assertThat(bench.request(asked.request()).state()).isEqualTo(State.APPROVED);
        assertThat(bench.scheduled()).hasSize(1);
        bench.approvals().ask(rotation, Samples.ANA);
        bench.clock().advance(Duration.ofHours(8));
        bench.approvals().expireOverdue();
        assertThat(bench.approvals().pending()).isEmpty();
    }

    @Test
    void letsOwnersRenewTheirCredentialsWithoutAsking() {
        var bench = bench(Village.ofApprovers(), standard(1));
        var rotation = new Operation.RotateCredentials(Samples.provision("ada").tenant(), Samples.OLA, Samples.OLA);

        assertThat(bench.approvals().ask(rotation, Samples.OLA)).isEqualTo(new Verdict.Free());
    }
}
