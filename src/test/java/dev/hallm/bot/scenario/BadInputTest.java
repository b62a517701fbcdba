package dev.hallm.bot.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.fake.FakeChat;
import dev.hallm.bot.chat.fake.Post;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.command.Dispatcher.FirstResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every kind of nonsense gets an answer that says what to do, and loses nothing. */
@ExtendWith(OutputCaptureExtension.class)
class BadInputTest extends InMemoryBot {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    Talk talk;

    @Autowired
    FakeChat chat;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ana | user craete john          | Did you mean: user access, user create
                    ana | usr list                  | Did you mean: user access, user create, user list
                    ana | user                      | Did you mean: user access, user create, user list
                    ana | frobnicate                | There is no command "frobnicate"
                    cy  | usr list                  | Did you mean: user access, user rotate, user show
                    ana | user create john size=big | size can't be "big"; choose one of small, standard, broken, shaky
                    ana | user create john size=smal | did you mean small?
                    ana | user create john size=small size=standard | size is given twice
                    ana | user create john sise=small | did you mean size?
                    ana | user create John.Doe      | use lower-case letters, digits and hyphens
                    ana | user create <b>john</b>   | "<b>john</b>" cannot name a tenant
                    ana | user create john owner=@zoe | means nobody here: "@zoe". Write a mention such as @ana
                    ana | user create john owner=@gus | Gus
                    ana | user create maria         | There is a tenant maria already
                    ana | user create kube-system   | is reserved
                    ana | user list phase=asleep    | choose one of onboarding, active, suspended, deleting, unmanaged
                    ana | user list a b c           | one word too many
                    ana | capacity now              | one word too many
                    ana | user show marai           | did you mean maria?
                    ana | user show "maria          | begins with a quote that never ends
                    cy  | user list                 | You can't use "user list": that needs the role admin. Ask in #ha-help
                    cy  | user show li-wei          | is no tenant that you can see
                    gus | help                      | Guests can't use this bot
                    nobody | user list              | You have no role here
                    eve | whoami                    | You have no role here
                    ana | help user craete          | Did you mean: user access, user create
                    cy  | request access John.Doe why | Did you mean john-doe?
                    cy  | request access jоhn why   | Did you mean john?
                    cy  | request access kube-system why | is reserved
                    cy  | request access a123456789b123456789c123456789d123456789e123456 why | at most 46 characters
                    cy  | request access Newcomer why | Did you mean newcomer?
                    cy  | request access MARIA why  | Did you mean maria?
                    cy  | request access Rnaria why | Did you mean rnaria?
                    cy  | request access new_comer why | lower-case letters, digits and hyphens
                    cy  | request access maria why  | There is a tenant maria already
                    cy  | request access rnaria why | too easily taken for another one
                    cy  | request access john why size=smal | did you mean small?
                    cy  | request access john why mail=john | write one address such as john.doe@example.com
                    gus | request access john why   | Guests can't use this bot
                    eve | request access john why   | You have no role here
                    dee | request withdraw          | No request of yours waits
                    dee | request withdraw maria    | you asked for no "maria"
                    ana | policy test whoami        | Only a command that asks for a change
                    cy  | policy show               | needs the role admin""")
    void answersWithWhatToDo(String who, String line, String expected) {
        assertThat(talk.asks(who, line).text()).containsIgnoringCase(expected);
    }

    @Test
    void opensAFormForWhatIsMissingAndKeepsWhatWasGiven() {
        FirstResponse first = talk.says("ana", "user create size=small").first();

        var form = ((FirstResponse.Show) first).form();
        assertThat(form.fields())
                .filteredOn(field -> field.name().equals("size"))
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.value()).isEqualTo("small");
                    assertThat(field.choices()).containsExactly("small", "standard", "broken", "shaky");
                });
    }

    @Test
    void givesAWrongFormBackWithWhatWasFilledInAndWhatIsWrong() {
        Post refusal = talk.answer(talk.submits(
                "ana", "user create", Map.of("name", "Not A Name", "size", "small", "reason", "my long story")));

        var form = ((FirstResponse.Show)
                        talk.clicks("ana", refusal, "Correct and send again…").first())
                .form();

        assertThat(form.fields()).anySatisfy(field -> {
            assertThat(field.name()).isEqualTo("name");
            assertThat(field.value()).isEqualTo("Not A Name");
            assertThat(field.problem()).contains("cannot name a tenant");
        });
        assertThat(form.fields()).anySatisfy(field -> assertThat(field.value()).isEqualTo("my long story"));
    }

    @Test
    void refusesAnEnormousTextWithoutStoringIt() {
        FirstResponse first = talk.says("ana", "user create john reason=" + "x".repeat(1_000_000))
                .first();

        assertThat(first)
                .isInstanceOfSatisfying(
                        FirstResponse.TryAgain.class,
                        again -> assertThat(again.text()).contains("at most 4000 characters"));
    }

    @Test
    void answersARepeatedDeliveryOnce() {
        String key = UUID.randomUUID().toString();
        var line = new Delivery.Words("whoami");
        talk.deliver(key, "ana", line);
        talk.in("reply:" + key, post -> true);

        FirstResponse again = talk.deliver(key, "ana", line);
        talk.asks("ana", "whoami");

        assertThat(again).isInstanceOf(FirstResponse.DeferPrivate.class);
        assertThat(chat.posts())
                .filteredOn(post -> post.ref().channel().equals("reply:" + key))
                .hasSize(1);
    }

    @Test
    void refusesAButtonThatNobodyMade() {
        var click = new Delivery.Click("approve~0123456789abcdef", null);

        assertThat(talk.answer(talk.bring("bo", click)).text()).contains("This button no longer works");
    }

    @Test
    void refusesAButtonOfSomebodyElse() {
        Post list = talk.asks("ana", "user list");

        assertThat(talk.answer(talk.clicks("bo", list, "Download CSV")).text())
                .contains("This button is for somebody else");
    }

    @Test
    void keepsMarkupAndMentionsAsPlainText() {
        String reason = "<script>alert(1)</script> @everyone <!channel> *bold* \u202Eevil 🏠";
        talk.asks("ana", "user create markup owner=@cy reason=\"" + reason + "\"");

        Post request = talk.in("#approvals", post -> post.text().contains("Access request · markup"));

        assertThat(request.message().blocks().toString()).contains("Plain[text=" + reason + "]");
    }

    @Test
    void answersASurpriseWithAReferenceThatIsInTheLog(CapturedOutput log) {
        Post list = talk.asks("ana", "user list");
        jdbc.sql("update action set content = 'broken' where id = ?")
                .param(list.action("Download CSV"))
                .update();

        String answer = talk.answer(talk.clicks("ana", list, "Download CSV")).text();

        assertThat(answer).contains("Something unexpected happened").doesNotContain("Exception", "broken");
        Matcher reference = Pattern.compile("[0-9a-f]{4}-[0-9a-f]{4}").matcher(answer);
        assertThat(reference.find()).isTrue();
        assertThat(log.getOut()).contains("[" + reference.group() + "]");
    }

    @Test
    void saysThatAnApprovalComesTooLateAndWhatToDo() {
        talk.asks("ana", "user create late owner=@dee");
        Post card = talk.in("#approvals", post -> post.text().contains("Access request · late ·"));
        jdbc.sql("update request set expires_at = created_at where tenant = 'late'")
                .update();

        String answer = talk.answer(talk.clicks("bo", card, "Approve request")).text();

        assertThat(answer).contains("The request for late has expired", "\"user create late\"");
    }

    @Test
    void asksOnceHoweverOftenItIsAsked() {
        talk.says("ana", "user create twice owner=@dee");
        Post second = talk.asks("ana", "user create twice owner=@dee");

        assertThat(talk.asks("ana", "user create twice owner=@dee").text())
                .contains("Somebody asked for twice already");
        talk.in("#approvals", post -> post.text().contains("Access request · twice ·"));
        assertThat(chat.posts())
                .filteredOn(post ->
                        post.ref().channel().equals("#approvals") && post.text().contains("Access request · twice ·"))
                .hasSize(1);
        assertThat(second.text()).contains("twice");
        talk.asks("ana", "request withdraw twice");
    }

    @Test
    void refusesMoreTenantsThanOnePersonMayOwn() {
        for (int n = 1; n <= 20; n++) {
            assertThat(talk.asks("ana", "user create many-" + n + " owner=@bo").text())
                    .contains("waits for 1 approval");
        }

        assertThat(talk.asks("ana", "user create many-21 owner=@bo").text())
                .contains("Bo Lind owns or is asked for as owner of 20 tenants already, which is the limit");
        for (int n = 1; n <= 20; n++) {
            talk.asks("ana", "request withdraw many-" + n);
        }
    }
}
