package dev.hallm.bot.platform.console;

import static dev.hallm.bot.platform.console.ConsoleUnderTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.command.Dispatcher.FirstResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class ConsoleHttpTest {
    private static final String KEY = "0a1b2c3d-key";

    @AutoClose
    private final ConsoleUnderTest console = new ConsoleUnderTest();

    private static MockHttpServletRequestBuilder act(String what) {
        return post("/console/" + what)
                .param("as", "ana")
                .param("channel", "private")
                .param("key", KEY);
    }

    private static MockHttpServletRequestBuilder click() {
        return act("click")
                .param("action", "approve~1")
                .param("in", "approvals")
                .param("message", "m1");
    }

    @Test
    void showsThePageOfAPerson() {
        console.log.said(Sample.person("ana"), KEY, "/hallm help", Sample.NOW);

        var page = console.answer(get("/console").param("as", "ana"));

        Golden.assertIs("page", withoutNumbers(text(page)));
        assertThat(page.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    private String withoutNumbers(String page) {
        return page.replace(console.feed.boot(), "BOOT").replaceAll("(created=\"|change=\"|after=)[0-9]+", "$1N");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console", "/console?as=nobody", "/console?as=ana&channel=nowhere"})
    void leadsAnUnclearAddressToAClearOne(String address) {
        assertThat(console.answer(get(address)).getRedirectedUrl()).isEqualTo("/console?as=ana&channel=private");
    }

    @Test
    void keepsAGuestOutOfTheChannels() {
        assertThat(console.answer(get("/console?as=guest&channel=approvals")).getRedirectedUrl())
                .isEqualTo("/console?as=guest&channel=private");
    }

    @Test
    void namesOnlyScriptsAndStylesThatThereAre() {
        String page = text(console.answer(get("/console?as=ana")));

        var assets = Pattern.compile("(?:src|href)=\"/console/assets/([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(assets)
                .hasSize(6)
                .allSatisfy(name -> assertThat(ConsoleConfiguration.ASSETS)
                        .as(name)
                        .anyMatch(folder -> new ClassPathResource(folder + name).exists()));
    }

    @Test
    void completesWhatFollowsTheRootCommand() {
        var answer = console.answer(get("/console/complete").param("as", "bo").param("text", "/hallm us"));

        assertThat(answer.getContentType()).startsWith("application/json");
        assertThat(text(answer)).isEqualTo("[{\"text\":\"us!\",\"label\":\"bo\",\"hint\":\"<hint>\"}]");
    }

    @Test
    void opensTheFormOfACommand() {
        assertThat(text(console.answer(get("/console/form?as=ana&path=user create"))))
                .contains("name=\"value.name\"");
    }

    @Test
    void opensNoFormOfACommandThatThePersonMayNotUse() {
        assertThat(console.answer(get("/console/form?as=cy&path=user create")).getStatus())
                .isEqualTo(404);
    }

    @Test
    void bringsALineToTheCoreAndKeepsThePlaceOfItsAnswer() {
        var answer = console.answer(act("say").param("text", " /hallm user list "));

        assertThat(console.core.deliveries)
                .containsExactly(new Delivery(
                        KEY, Sample.person("ana").account(), "answer-" + KEY, new Delivery.Words("user list")));
        assertThat(answer.getHeader("HX-Trigger")).isEqualTo("console:accepted");
        assertThat(console.transcript.of(Conversation.privateOf("ana")))
                .extracting(ConsoleMessage::id)
                .containsExactly("said-" + KEY, "answer-" + KEY);
    }

    @Test
    void leadsToTheAnswerOfALineTypedInAChannel() {
        var answer = console.answer(
                post("/console/say?as=ana&channel=approvals&key=" + KEY).param("text", "help"));

        assertThat(answer.getHeader("HX-Redirect")).isEqualTo("/console?as=ana&channel=private");
    }

    @Test
    void bringsAFormWithTheMessageItBelongsTo() {
        console.answer(act("submit")
                .param("form", "deny~1")
                .param("title", "Deny request")
                .param("in", "approvals")
                .param("message", "m1")
                .param("value.reason", "no room"));

        assertThat(console.core.deliveries)
                .extracting(Delivery::content)
                .containsExactly(new Delivery.Submission(
                        "deny~1", Map.of("reason", "no room"), new MessageRef("console", "approvals", "m1")));
    }

    @Test
    void keepsAFormAsTheCommandItStandsFor() {
        console.answer(act("submit")
                .param("form", "user create")
                .param("title", "user create")
                .param("value.size", "small")
                .param("value.name", "john doe")
                .param("value.reason", " "));

        assertThat(console.transcript
                        .find("said-" + KEY)
                        .orElseThrow()
                        .content()
                        .fallbackText())
                .isEqualTo("/hallm user create name=\"john doe\" size=small");
    }

    @Test
    void bringsAClick() {
        console.core.first = new FirstResponse.DeferUpdate();

        var answer = console.answer(click());

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(console.core.deliveries)
                .extracting(Delivery::content)
                .containsExactly(new Delivery.Click("approve~1", new MessageRef("console", "approvals", "m1")));
        assertThat(console.transcript.of(Conversation.privateOf("ana"))).isEmpty();
    }

    @Test
    void opensAFormWhereAClickWantsOne() {
        console.core.first = FakeDispatcher.showsAForm();

        var answer = console.answer(click());

        assertThat(answer.getHeader("HX-Retarget")).isEqualTo("#dialogs");
        assertThat(text(answer)).contains("<dialog", "name=\"message\" value=\"m1\"");
    }

    @Test
    void tellsWhatCouldNotBeTaken() {
        console.core.first = new FirstResponse.TryAgain("Try <b>again</b>.");

        var answer = console.answer(act("say").param("text", "help"));

        assertThat(text(answer)).isEqualTo("<p>Try &lt;b&gt;again&lt;/b&gt;.</p>");
        assertThat(answer.getHeader("HX-Trigger")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "/hallm", "/hallm  "})
    void asksForACommandWhenThereIsNone(String line) {
        var answer = console.answer(act("say").param("text", line));

        assertThat(text(answer)).contains("Type a command first");
        assertThat(console.core.deliveries).isEmpty();
    }

    @Test
    void refusesALineThatIsTooLong() {
        var answer = console.answer(act("say").param("text", "x".repeat(4_001)));

        assertThat(answer.getStatus()).isEqualTo(413);
        assertThat(text(answer)).contains("at most 4,000 characters");
        assertThat(console.core.deliveries).isEmpty();
    }

    @Test
    void refusesAFormThatIsTooLong() {
        var answer = console.answer(act("submit")
                .param("form", "user create")
                .param("title", "user create")
                .param("value.reason", "x".repeat(4_001)));

        assertThat(answer.getStatus()).isEqualTo(413);
        assertThat(console.core.deliveries).isEmpty();
    }

    @Test
    void refusesToActAsNobody() {
        var answer = console.answer(post("/console/say?channel=private&key=" + KEY)
                .param("as", "<b>")
                .param("text", "help"));

        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(text(answer)).contains("called &lt;b&gt;", "Choose somebody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/say?as=ana", "/console/say?as=ana&channel=private&key=no&text=help"})
    void asksToLoadAPageAnewThatSendsNonsense(String address) {
        var answer = console.answer(post(address));

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(text(answer)).contains("Load it again");
    }

    @Test
    void givesAFileAsADownload() {
        console.transcript.save(
                Sample.posted(Sample.message(new Block.Attachment("all tenants.csv", "text/csv", "name\r\n<b>\r\n"))));

        var file = console.answer(get("/console/files/m1/0"));

        assertThat(file.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("all%20tenants.csv");
        assertThat(text(file)).isEqualTo("name\r\n<b>\r\n");
    }

    @Test
    void knowsNoOtherFile() {
        assertThat(console.answer(get("/console/files/m1/0")).getStatus()).isEqualTo(404);
    }
}
