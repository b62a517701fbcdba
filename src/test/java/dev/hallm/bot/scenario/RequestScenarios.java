package dev.hallm.bot.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.scenario.Stage.Place;
import dev.hallm.bot.scenario.Stage.Seen;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Requests: who asks, who decides, and what each of them is told. */
interface RequestScenarios extends Scenarios {
    /** The label of the smaller size. */
    String SMALL = "small · 0.5–1 CPU · 1–2 GiB · 10 GiB disk · no GPU";

    @Test
    default void tellsTheRequesterWhyNot() {
        Stage stage = stage();
        String tenant = tenant("two");
        String why = "no room in <b>Q4</b> @all *now*";
        stage.asks("ana", "user create", Map.of("name", tenant, "owner", stage.mention("dee")));
        Seen request = requestFor(tenant);

        stage.fills("bo", request, "Deny request…", Map.of("reason", why));

        assertThat(stage.becomes(request, "Denied by " + stage.name("bo")).text())
                .contains(why);
        assertThat(stage.in(Place.direct("ana"), tenant + " was denied by " + stage.name("bo"))
                        .text())
                .contains(why);
        assertThat(onCluster(tenant).exists()).isFalse();
    }

    @Test
    default void refusesTheWrongPeopleAtTheButton() {
        Stage stage = stage();
        String tenant = tenant("four");
        stage.asks("ana", "user create", Map.of("name", tenant, "owner", stage.mention("dee")));
        Seen request = requestFor(tenant);

        assertThat(stage.answerTo("ana", request, "Approve request").text()).contains("needs the role approver");
        assertThat(stage.answerTo("cy", request, "Approve request").text()).contains("needs the role approver");
        assertThat(stage.answerTo("dee", request, "Approve request").text()).contains("somebody else has to decide");
        assertThat(stage.answerTo("gus", request, "Approve request").text()).contains(stage.refusalOfGuests());
        assertThat(requestFor(tenant).labels()).hasSize(4);
    }

    @Test
    default void refusesAnOwnerWithoutARole() {
        Stage stage = stage();
        String tenant = tenant("five");

        Seen refused = stage.asks("ana", "user create", Map.of("name", tenant, "owner", stage.mention("eve")));

        assertThat(refused.text()).contains(stage.name("eve") + " has no role here");
        assertThat(stage.has(Place.APPROVALS, "Access request · " + tenant)).isFalse();
    }

    @Test
    default void answersAClickOnADecidedRequest() {
        Stage stage = stage();
        String tenant = tenant("six");
        stage.asks("ana", "user create", Map.of("name", tenant, "owner", stage.mention("ana")));
        Seen request = requestFor(tenant);
        stage.fills("bo", request, "Deny request…", Map.of("reason", "not now"));
        stage.becomes(request, "Denied by " + stage.name("bo"));

        Seen answer = stage.answerTo("dee", request, "Approve request");

        assertThat(answer.text()).contains("was denied by " + stage.name("bo") + " already");
    }

    @Test
    default void letsAUserAskAndSayMoreBeforeTheApproval() {
        Stage stage = stage();
        String tenant = tenant("eight");
        Seen asked = stage.asks(
                "cy", "request access", Map.of("name", tenant, "reason", "Lights of building 7", "size", "small"));
        assertThat(asked.text()).contains("waits for 1 approval of approver");
        Seen request = requestFor(tenant);
        assertThat(request.text()).contains(stage.name("cy"), "Lights of building 7");

        stage.fills("bo", request, "Ask requester…", Map.of("question", "How many rooms?"));
        Seen question = stage.in(Place.direct("cy"), stage.name("bo") + " asks about your request for " + tenant);
        assertThat(question.text()).contains("How many rooms?");
        stage.fills("cy", question, "Answer question…", Map.of("text", "Forty-two"));
        stage.becomes(request, "How many rooms?", "Forty-two");
        stage.clicks("bo", request, "Approve request");

        stage.becomes(request, "Approved by " + stage.name("bo"));
        stage.in(Place.direct("cy"), tenant + " was approved by " + stage.name("bo"));
        stage.becomes(cardOf(tenant), tenant + " is ready");
        assertThat(stage.in(Place.APPROVALS, stage.name("cy") + " answered").text())
                .contains("Forty-two");
    }

    @Test
    default void grantsLessThanWasAskedFor() {
        Stage stage = stage();
        String tenant = tenant("less");
        stage.asks(
                "ana",
                "user create",
                Map.of("name", tenant, "owner", stage.mention("cy"), "size", "standard", "reason", "Lights"));
        Seen request = requestFor(tenant);

        stage.fills("bo", request, "Approve with changes…", Map.of("size", SMALL));

        stage.becomes(request, "Approved by " + stage.name("bo") + ", with size small instead of standard");
        assertThat(stage.in(Place.direct("ana"), tenant + " was approved by " + stage.name("bo"))
                        .text())
                .contains("lowered it from standard to small");
        stage.becomes(cardOf(tenant), tenant + " is ready");
        assertThat(onCluster(tenant).namespace().getMetadata().getAnnotations())
                .containsEntry("hallm.dev/size", "small");
        assertThat(stage.answerTo("dee", request, "Approve request").text())
                .contains("was approved by " + stage.name("bo") + " already");
    }

    @Test
    default void letsARequesterWithdrawBeforeADecision() {
        Stage stage = stage();
        String tenant = tenant("nine");
        stage.asks("cy", "request access", Map.of("name", tenant, "reason", "A try", "size", "small"));
        Seen request = requestFor(tenant);

        Seen withdrawn = stage.asks("cy", "request withdraw", Map.of("name", tenant));

        assertThat(withdrawn.text()).contains("Your request for " + tenant + " is withdrawn");
        stage.becomes(request, "Withdrawn by whoever asked");
        assertThat(stage.answerTo("bo", request, "Approve request").text())
                .contains("was withdrawn by whoever asked for it");
        assertThat(stage.asks("cy", "request list").text()).contains(tenant, "Withdrawn");
    }

    @Test
    default void asksApproversAboutNewCredentialsWhereARuleSaysSo() {
        Stage stage = stage();
        String tenant = tenant("keyed");
        stage.asks("ana", "user create", Map.of("name", tenant, "owner", stage.mention("cy"), "size", "small"));
        stage.clicks("bo", requestFor(tenant), "Approve request");
        stage.becomes(cardOf(tenant), tenant + " is ready");

        Seen asked = stage.asks("cy", "user rotate", Map.of("name", tenant, "reason", "A laptop is lost"));

        assertThat(asked.text()).contains("request for new credentials of " + tenant + " waits for 1 approval");
        Seen request = stage.in(Place.APPROVALS, "New credentials · " + tenant);
        assertThat(request.text()).contains(stage.name("cy"), "A laptop is lost", "old kubeconfigs are refused");
        stage.clicks("bo", request, "Approve request");
        stage.becomes(request, "Approved by " + stage.name("bo"));
        stage.in(Place.direct("cy"), tenant + " has new credentials");
    }

    @Test
    default void previewsWhatARequestWouldCreate() {
        Stage stage = stage();
        String tenant = tenant("ten");
        stage.asks("ana", "user create", Map.of("name", tenant, "owner", stage.mention("dee"), "size", "small"));

        Seen preview = stage.answerTo("bo", requestFor(tenant), "Preview objects");

        assertThat(preview.text())
                .contains("ha-llm-user-" + tenant, "user-quota", "home-assistant", "ollama")
                .contains("ha." + tenant + ".example.com", "requests.storage 10Gi");
        assertThat(onCluster(tenant).exists()).isFalse();
    }
}
