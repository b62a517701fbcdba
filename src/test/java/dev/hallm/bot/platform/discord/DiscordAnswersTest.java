package dev.hallm.bot.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.fake.FakeChat;
import dev.hallm.bot.chat.fake.Post;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.command.Dispatcher;
import dev.hallm.bot.command.Dispatcher.FirstResponse;
import dev.hallm.bot.scenario.InMemoryBot;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Answers, forms and commands of the whole bot as Discord gets them. */
class DiscordAnswersTest extends InMemoryBot {
    @Autowired
    FakeChat chat;

    @Autowired
    Dispatcher dispatcher;

    @ParameterizedTest
    @CsvSource({
        "help, help",
        "help-one, help user create",
        "refusal, user create maria",
        "problems, user list a b c phase=asleep",
        "whoami, whoami"
    })
    void drawsAnswers(String name, String line) {
        GoldenJson.assertIs("answer-" + name, Drawn.of(answer(line)));
    }

    @Test
    void drawsTheFormOfEveryCommand() {
        assertThat(dispatcher.commands())
                .filteredOn(entry -> !entry.form().fields().isEmpty())
                .allSatisfy(entry -> GoldenJson.assertIs(
                        "form-" + entry.path().replace(' ', '-'), Drawn.RENDERER.modal(entry.form())));
    }

    @Test
    void drawsTheFormForWhatIsMissing() {
        FirstResponse first = dispatcher.receive(says("user create size=small"));

        GoldenJson.assertIs("form-filled", Drawn.RENDERER.modal(((FirstResponse.Show) first).form()));
    }

    @Test
    void offersEveryCommand() {
        GoldenJson.assertIs(
                "commands", DiscordCommands.of(dispatcher.commands()).data());
    }

    private static Delivery says(String line) {
        String key = UUID.randomUUID().toString();
        return new Delivery(key, FakeChat.account("ana"), key, new Delivery.Words(line));
    }

    private Message answer(String line) {
        Delivery said = says(line);
        dispatcher.receive(said);
        return Awaitility.await()
                .until(() -> answerTo(said), Optional::isPresent)
                .orElseThrow()
                .message();
    }

    private Optional<Post> answerTo(Delivery said) {
        return chat.posts().stream()
                .filter(post -> post.ref().channel().equals("reply:" + said.handle()))
                .findFirst();
    }
}
