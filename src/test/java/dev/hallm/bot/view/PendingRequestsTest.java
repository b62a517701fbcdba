package dev.hallm.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.approval.Request;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.operation.Samples;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PendingRequestsTest {
    private static final Person BO = Samples.approver(Samples.BO);

    @AutoClose
    private final ViewBench bench = new ViewBench();

    private Message asSeenBy(Person reader, String... tenants) {
        Stream.of(tenants).forEach(tenant -> bench.asked(Samples.provision(tenant)));
        List<Request> pending = bench.get(Approvals.class).pending();
        return bench.get(PendingRequests.class).of(pending, reader);
    }

    @Test
    void sayThatNoneWaits() {
        assertThat(asSeenBy(BO).fallbackText()).isEqualTo("No request waits.");
    }

    @Test
    void nameTheTenantsInTheFallback() {
        assertThat(asSeenBy(BO, "ada").fallbackText()).isEqualTo("Requests that wait · 1: ada");
    }

    @Test
    void offerTheDecisionToAnApprover() {
        assertThat(ViewBench.buttons(asSeenBy(BO, "ada"))).containsExactly("Approve request", "Deny request…");
    }

    @Test
    void offerTheRequesterNothingButToWithdraw() {
        assertThat(ViewBench.buttons(asSeenBy(Samples.approver(Samples.ANA), "ada")))
                .containsExactly("Withdraw request");
    }

    @Test
    void offerNothingToTheOwner() {
        assertThat(ViewBench.buttons(asSeenBy(Samples.approver(Samples.OLA), "ada")))
                .isEmpty();
    }

    @Test
    void offerNothingToAnAdminWhoIsNoApprover() {
        var admin = new Person(Samples.CY, "Cy", Set.of(Role.ADMIN));

        assertThat(ViewBench.buttons(asSeenBy(admin, "ada"))).isEmpty();
    }

    @Test
    void showFiveAndCountTheRest() {
        Message message = asSeenBy(BO, "ada", "bea", "cleo", "dora", "edna", "fay", "gil");

        assertThat(ViewBench.buttons(message)).hasSize(10);
        assertThat(message.blocks().toString()).contains("and 2 more");
        assertThat(message.fallbackText())
                .startsWith("Requests that wait · 7: ")
                .contains("gil");
    }
}
