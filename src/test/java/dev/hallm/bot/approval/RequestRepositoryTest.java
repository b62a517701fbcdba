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
                Samples.provision(tenant),
                Samples.ANA,
                Samples.OLA,
                new Request.Needs("default", 2, Role.APPROVER, true),
                State.PENDING,
                0,
                now,
                now.plus(Duration.ofHours(8)),
                null,
                List.of(),
                List.of());
    }

    private Request stored(String id) {
        return requests.find(id).orElseThrow();
    }

    private boolean decide(Request read, State to) {
        return requests.decide(read, read.decided(to, now), now);
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

        assertThat(decide(stored("r1"), State.APPROVED)).isTrue();

        assertThat(stored("r1").state()).isEqualTo(State.APPROVED);
        assertThat(stored("r1").decidedAt()).isEqualTo(now);
    }

    @Test
    void refusesADecisionFromAnOlderVersion() {
        requests.open(request("r1", "ada"));
        Request read = stored("r1");
        decide(stored("r1"), State.PENDING);

        assertThat(decide(read, State.APPROVED)).isFalse();

        assertThat(stored("r1").state()).isEqualTo(State.PENDING);
    }

    @Test
    void refusesASecondDecision() {
        requests.open(request("r1", "ada"));
        decide(stored("r1"), State.DENIED);

        assertThat(decide(stored("r1"), State.APPROVED)).isFalse();
    }

    @Test
    void staysUndecidedWhileVotesAreMissing() {
        requests.open(request("r1", "ada"));

        decide(stored("r1"), State.PENDING);

        assertThat(stored("r1").version()).isEqualTo(1);
        assertThat(stored("r1").decidedAt()).isNull();
    }

    @Test
    void findsWhatIsPendingForATenantOnly() {
        requests.open(request("r1", "ada"));
        requests.open(request("r2", "bea"));
        decide(stored("r2"), State.DENIED);

        assertThat(requests.pendingFor(new TenantName("ada"), "provision")).contains(stored("r1"));
        assertThat(requests.pendingFor(new TenantName("ada"), "delete")).isEmpty();
        assertThat(requests.pendingFor(new TenantName("bea"), "provision")).isEmpty();
    }

    @Test
    void listsThePendingOnes() {
        requests.open(request("r2", "bea"));
        requests.open(request("r1", "ada"));
        requests.open(request("r3", "cleo"));
        decide(stored("r3"), State.APPROVED);

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
