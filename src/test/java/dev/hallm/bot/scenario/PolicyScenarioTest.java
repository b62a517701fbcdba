package dev.hallm.bot.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.fake.Post;
import dev.hallm.bot.command.Dispatcher.FirstResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** What people see of a policy that asks nobody, somebody, too many or people who are not there. */
@TestPropertySource(
        properties = {
            "hallm.config=src/test/resources/try/policy.yaml",
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
        })
@DirtiesContext
class PolicyScenarioTest extends InMemoryBot {
    @Autowired
    Talk talk;

    private Post request(String tenant) {
        return talk.in("#approvals", post -> post.text().contains("Access request · " + tenant + " ·"));
    }

    @Test
    void runsAtOnceWhatNeedsNobody() {
        assertThat(talk.asks("cy", "request access policy-free \"My own\" size=free")
                        .text())
                .contains("policy-free is being made");
    }

    @Test
    void refusesLoudlyWhatNobodyCouldDecide() {
        assertThat(talk.asks("cy", "request access policy-audited \"My own\" size=audited")
                        .text())
                .contains("Nobody could decide on policy-audited", "role auditor", "roles.auditor in bot.yaml");
    }

    @Test
    void asksForTheReasonThatARuleWantsAndKeepsTheRest() {
        Post refusal = talk.asks("ana", "user create policy-why size=explained");

        assertThat(refusal.text()).contains("This needs a reason");
        var form = ((FirstResponse.Show)
                        talk.clicks("ana", refusal, "Correct and send again…").first())
                .form();
        assertThat(form.fields()).anySatisfy(field -> {
            assertThat(field.name()).isEqualTo("size");
            assertThat(field.value()).isEqualTo("explained");
        });
    }

    @Test
    void saysWhatIsFreeAndWhatFitsWhenASizeDoesNot() {
        Post refusal = talk.asks("cy", "request access policy-huge \"My own\" size=huge");

        assertThat(refusal.text())
                .contains("huge does not fit right now", "CPU", "Choose small, free, audited", "operators were told");
        assertThat(refusal.buttons()).extracting(Post.Labelled::label).contains("Correct and send again…");
        talk.in("#operations", post -> post.text().contains("wanted to ask for policy-huge (huge)"));
    }

    @Test
    void asksTheLastApproverAgainAboutWhatDoesNotFit() {
        talk.asks("ana", "user create policy-full owner=@cy size=huge");
        Post card = request("policy-full");
        assertThat(card.text()).contains("does not fit now");

        Post refusal = talk.answer(talk.clicks("bo", card, "Approve request"));

        assertThat(refusal.text())
                .contains("policy-full does not fit into what is free now", "CPU", "Nothing was counted", "make room");
        talk.clicks("bo", refusal, "Approve anyway");
        talk.becomes(card, "Approved by Bo Lind");
        talk.asks("ana", "onboarding rollback policy-full policy-full");
    }

    /** Whoever wins, there is one outcome, and the other is told it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void letsAWithdrawalAndAnApprovalAtTheSameMomentHaveOneWinner(int round) {
        String tenant = "policy-race-" + round;
        talk.asks("dee", "request access " + tenant + " \"For a race\" size=small");
        Post card = request(tenant);

        var approving = CompletableFuture.supplyAsync(() -> talk.clicks("bo", card, "Approve request"));
        Post withdrawal = talk.answer(talk.says("dee", "request withdraw " + tenant));

        if (withdrawal.text().contains("is withdrawn")) {
            assertThat(talk.answer(approving.join()).text()).contains("was withdrawn by whoever asked for it");
            talk.becomes(card, "Withdrawn by whoever asked");
        } else {
            assertThat(withdrawal.text()).contains("was approved by Bo Lind already");
            talk.becomes(card, "Approved by Bo Lind");
        }
    }

    @Test
    void tellsTheRequesterEachVoteOfTwo() {
        talk.asks("cy", "request access policy-two \"For two\" size=shared");
        Post card = request("policy-two");

        talk.clicks("bo", card, "Approve request");

        talk.becomes(card, "1 of 2 approvals: Bo Lind");
        talk.in("@cy", post -> post.text().contains("1 of 2 approvals"));
        talk.clicks("dee", card, "Approve request");
        talk.becomes(card, "Approved by Dee Moor");
        talk.in("@cy", post -> post.text().contains("policy-two was approved by Dee Moor"));
    }

    @Test
    void countsADoubleClickOnce() {
        talk.asks("cy", "request access policy-double \"For two\" size=shared");
        Post card = request("policy-double");
        talk.clicks("bo", card, "Approve request");
        talk.becomes(card, "1 of 2 approvals");

        assertThat(talk.answer(talk.clicks("bo", card, "Approve request")).text())
                .contains("policy-double");

        assertThat(request("policy-double").text()).contains("1 of 2 approvals");
    }

    @Test
    void showsItsRulesToAdmins() {
        assertThat(talk.asks("ana", "policy show").text())
                .contains("5 rules", "free: runs at once", "audited: 1 vote of auditor", "shared: 2 votes of approver");
    }

    @Test
    void saysWhatOneCommandWouldNeedWithoutAskingAnybody() {
        String answer = talk.asks("ana", "policy test user create policy-try owner=@cy size=shared")
                .text();

        assertThat(answer).contains("it would wait for approver", "shared", "2 votes", "Bo Lind", "Dee Moor");
        assertThat(talk.asks("ana", "policy test user create policy-try size=audited")
                        .text())
                .contains("it would be refused");
        assertThat(talk.asks("ana", "approvals").text()).doesNotContain("policy-try");
    }

    /** A tenant whose credentials a rule guards. */
    private void onboarded(String who, String tenant) {
        talk.asks(who, "request access " + tenant + " \"My own\" size=free");
        talk.in("@" + who, post -> post.text().contains("Welcome! " + tenant));
    }

    private Post rotation(String tenant) {
        return talk.in("#approvals", post -> post.text().contains("New credentials · " + tenant));
    }

    @Test
    void asksApproversAboutAnyOperationThatARuleNames() {
        onboarded("cy", "policy-keys-one");
        assertThat(talk.asks("cy", "user rotate policy-keys-one").text()).contains("Say why policy-keys-one needs new");

        Post asked = talk.asks("cy", "user rotate policy-keys-one reason=\"A laptop is lost\"");

        assertThat(asked.text()).contains("Your request for new credentials of policy-keys-one waits for 1 approval");
        Post card = rotation("policy-keys-one");
        assertThat(card.text())
                .contains(
                        "Cy Adler asks for new credentials of tenant policy-keys-one",
                        "A laptop is lost",
                        "old kubeconfigs");
        assertThat(card.buttons())
                .extracting(Post.Labelled::label)
                .containsExactly("Approve request", "Deny request…", "Ask requester…");
        assertThat(talk.asks("cy", "user rotate policy-keys-one again").text())
                .contains("Somebody asked for new credentials of policy-keys-one already");
        assertThat(talk.asks("cy", "request list").text()).contains("new credentials of policy-keys-one");
        assertThat(talk.answer(talk.clicks("cy", card, "Approve request")).text())
                .contains("needs the role approver");
        FirstResponse.Show question =
                (FirstResponse.Show) talk.clicks("dee", card, "Ask requester…").first();
        talk.submits("dee", question.form().id(), Map.of("question", "Which laptop?"));
        talk.in("@cy", post -> post.text().contains("asks about your request for new credentials of policy-keys-one"));
        talk.becomes(card, "Which laptop?");

        talk.clicks("bo", card, "Approve request");

        talk.becomes(card, "Approved by Bo Lind");
        talk.in(
                "@cy",
                post -> post.text()
                        .contains("request for new credentials of policy-keys-one was approved by Bo Lind. You"));
        talk.in("@cy", post -> post.text().contains("policy-keys-one has new credentials"));
    }

    @Test
    void letsAWishForNewCredentialsBeWithdrawnOrDenied() {
        onboarded("dee", "policy-keys-two");
        talk.asks("dee", "user rotate policy-keys-two reason=lost");
        Post first = rotation("policy-keys-two");

        assertThat(talk.asks("dee", "request withdraw policy-keys-two").text())
                .contains("Your request for new credentials of policy-keys-two is withdrawn");

        talk.becomes(first, "Withdrawn by whoever asked");
        assertThat(talk.answer(talk.clicks("bo", first, "Approve request")).text())
                .contains("The request for new credentials of policy-keys-two was withdrawn");
        talk.asks("dee", "user rotate policy-keys-two reason=\"lost again\"");
        Post second = talk.in("#approvals", post -> post.text().contains("lost again"));
        FirstResponse.Show deny =
                (FirstResponse.Show) talk.clicks("bo", second, "Deny request…").first();
        talk.submits("bo", deny.form().id(), Map.of("reason", "found it"));
        talk.becomes(second, "Denied by Bo Lind");
        talk.in("@dee", post -> post.text().contains("request for new credentials of policy-keys-two was denied"));
    }

    @Test
    void saysWhatNewCredentialsWouldNeed() {
        onboarded("dee", "policy-keys-three");

        assertThat(talk.asks("cy", "help user rotate").text()).contains("reason");
        assertThat(talk.asks("ana", "policy test user rotate policy-keys-three reason=lost")
                        .text())
                .contains("it would wait for approver", "keys", "Bo Lind");
        assertThat(talk.asks("ana", "policy test user rotate maria").text()).contains("owner");
    }

    @Test
    void givesAWrongNameBackWithEverythingElse() {
        Post refusal = talk.answer(talk.submits(
                "cy", "request access", Map.of("name", "maria", "reason", "my long story", "size", "small")));

        assertThat(refusal.text()).contains("There is a tenant maria already");
        var form = ((FirstResponse.Show)
                        talk.clicks("cy", refusal, "Correct and send again…").first())
                .form();
        assertThat(form.fields()).anySatisfy(field -> assertThat(field.value()).isEqualTo("my long story"));
        assertThat(form.fields()).anySatisfy(field -> {
            assertThat(field.name()).isEqualTo("name");
            assertThat(field.problem()).contains("There is a tenant maria already");
        });
    }
}
