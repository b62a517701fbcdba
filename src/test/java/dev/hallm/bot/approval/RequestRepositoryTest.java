package dev.hallm.bot.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.approval.Request.State;
import dev.hallm.bot.approval.Request.Vote;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.storage.BotContext;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import dev.hallm.bot.tenant.TenantName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class RequestRepositoryTest {
    @AutoClose
    private final BotContext bot;

    private final RequestRepository requests;
    private final Instant now;

    RequestRepositoryTest(Db kind) {
        bot = new BotContext(kind, context -> {}, RequestRepository.class);
        requests = bot.get(RequestRepository.class);
        now = bot.clock().instant();
    }

    private Request request(String id, String tenant) {
        return new Request(
                id,
                Samples.provision(tenant),
                Samples.ANA,
                Samples.OLA,
                2,
                Role.APPROVER,
                State.PENDING,
                0,
                now,
                now.plus(Duration.ofHours(8)),
                null,
                List.of());
    }

    private Request stored(String id) {
        return requests.find(id).orElseThrow();
    }

    @Test
    void readsBackWhatItStored() {
        Request request = request("r1", "ada");

        requests.open(request);

        assertThat(requests.find("r1")).contains(request);
    }

    @Test
    void readsVotesInTheirOrder() {
        requests.open(request("r1", "ada"));
        Vote first = new Vote(Samples.CY, true, "", now);
        Vote second = new Vote(Samples.BO, false, "too big", now.plusSeconds(1));

        requests.insert("r1", second);
        requests.insert("r1", first);

        assertThat(stored("r1").votes()).containsExactly(first, second);
    }

    @Test
    void decidesFromTheVersionThatWasRead() {
        requests.open(request("r1", "ada"));

        assertThat(requests.decide(stored("r1"), State.APPROVED, now)).isTrue();

        assertThat(stored("r1").state()).isEqualTo(State.APPROVED);
        assertThat(stored("r1").decidedAt()).isEqualTo(now);
    }

    @Test
    void refusesADecisionFromAnOlderVersion() {
        requests.open(request("r1", "ada"));
        Request read = stored("r1");
        requests.decide(stored("r1"), State.PENDING, now);

        assertThat(requests.decide(read, State.APPROVED, now)).isFalse();

        assertThat(stored("r1").state()).isEqualTo(State.PENDING);
    }

    @Test
    void refusesASecondDecision() {
        requests.open(request("r1", "ada"));
        requests.decide(stored("r1"), State.DENIED, now);

        assertThat(requests.decide(stored("r1"), State.APPROVED, now)).isFalse();
    }

    @Test
    void staysUndecidedWhileVotesAreMissing() {
        requests.open(request("r1", "ada"));

        requests.decide(stored("r1"), State.PENDING, now);

        assertThat(stored("r1").version()).isEqualTo(1);
        assertThat(stored("r1").decidedAt()).isNull();
    }

    @Test
    void findsWhatIsPendingForATenantOnly() {
        requests.open(request("r1", "ada"));
        requests.open(request("r2", "bea"));
        requests.decide(stored("r2"), State.DENIED, now);

        assertThat(requests.pendingFor(new TenantName("ada"), "provision")).contains(stored("r1"));
        assertThat(requests.pendingFor(new TenantName("ada"), "delete")).isEmpty();
        assertThat(requests.pendingFor(new TenantName("bea"), "provision")).isEmpty();
    }

    @Test
    void listsThePendingOnes() {
        requests.open(request("r2", "bea"));
        requests.open(request("r1", "ada"));
        requests.open(request("r3", "cleo"));
        requests.decide(stored("r3"), State.APPROVED, now);

        assertThat(requests.pending()).extracting(Request::id).containsExactly("r1", "r2");
    }

    @Test
    void listsWhatIsOverdueFromTheMomentOfItsExpiry() {
        requests.open(request("r1", "ada"));
        Instant expiry = now.plus(Duration.ofHours(8));

        assertThat(requests.overdue(expiry.minusMillis(1))).isEmpty();
        assertThat(requests.overdue(expiry)).extracting(Request::id).containsExactly("r1");
    }
}
