package dev.hallm.bot.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.fake.Post;
import dev.hallm.bot.command.Dispatcher.FirstResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
                .contains("4 rules", "free: runs at once", "audited: 1 vote of auditor", "shared: 2 votes of approver");
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
