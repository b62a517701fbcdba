package dev.hallm.bot.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.storage.Database;
import dev.hallm.bot.storage.Databases;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class JdbcConsoleTranscriptTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Conversation APPROVALS = new Conversation("approvals");
    private static final Message HELLO = Message.text(Tone.NEUTRAL, "hello");

    @AutoClose
    private final Database database;

    private final ConsoleTranscript transcript;

    JdbcConsoleTranscriptTest(Db kind) {
        database = Databases.fresh(kind);
        transcript = new JdbcConsoleTranscript(database.jdbc());
    }

    private static ConsoleMessage message(String id) {
        return ConsoleMessage.fresh(id, APPROVALS, ConsoleMessage.BOT, ConsoleMessage.State.POSTED, HELLO, NOW);
    }

    @Test
    void readsBackWhatItStored() {
        ConsoleMessage saved = transcript.save(message("m1").answered(everyKindOfBlock(), List.of("approve~1"), "n1"));

        assertThat(transcript.find("m1")).contains(saved);
        assertThat(transcript.withNonce("n1")).contains(saved);
    }

    @Test
    void givesEveryChangeAGreaterNumber() {
        ConsoleMessage first = transcript.save(message("m1"));

        ConsoleMessage edited = transcript.save(first.edited(Message.text(Tone.GOOD, "done"), List.of(), NOW));

        assertThat(edited.changed()).isGreaterThan(first.changed());
        assertThat(edited.created()).isEqualTo(first.created());
        assertThat(transcript.latestChange()).isEqualTo(edited.changed());
    }

    @Test
    void hasNoChangeAtFirst() {
        assertThat(transcript.latestChange()).isZero();
    }

    @Test
    void listsWhatChangedSince() {
        ConsoleMessage first = transcript.save(message("m1"));
        ConsoleMessage second = transcript.save(message("m2"));
        ConsoleMessage edited = transcript.save(first.edited(HELLO, List.of(), NOW));

        assertThat(transcript.changedAfter(first.changed()))
                .extracting(ConsoleMessage::changed)
                .containsExactly(second.changed(), edited.changed());
    }

    @Test
    void listsAConversationInTheOrderOfItsPosts() {
        ConsoleMessage first = transcript.save(message("m2"));
        transcript.save(message("m1"));
        transcript.save(ConsoleMessage.fresh(
                "m3", Conversation.privateOf("ana"), "ana", ConsoleMessage.State.SAID, HELLO, NOW));
        transcript.save(first.edited(HELLO, List.of(), NOW));

        assertThat(transcript.of(APPROVALS)).extracting(ConsoleMessage::id).containsExactly("m2", "m1");
    }

    @Test
    void keepsTheLatest200OfAConversation() {
        transcript.save(ConsoleMessage.fresh(
                "other", Conversation.privateOf("ana"), "ana", ConsoleMessage.State.SAID, HELLO, NOW));

        IntStream.rangeClosed(1, 202).forEach(i -> transcript.save(message("m" + i)));

        assertThat(transcript.of(APPROVALS))
                .hasSize(ConsoleTranscript.KEPT)
                .first()
                .extracting(ConsoleMessage::id)
                .isEqualTo("m3");
        assertThat(transcript.find("other")).isPresent();
    }

    private static Message everyKindOfBlock() {
        var who = new ChatAccount("console", "local", "ana");
        var action = ActionRequest.of("approve", Map.of("request", "r1"), Clickers.holding(Role.APPROVER, Role.ADMIN));
        return Message.of(
                Tone.WARNING,
                "a message",
                Block.Text.heading("title"),
                Block.Text.body(
                        Span.strong("strong"),
                        Span.code("code"),
                        new Span.Link("link", URI.create("https://ha.ada.example.com")),
                        new Span.Who(who, "Ana", true),
                        new Span.Time(NOW, true)),
                Block.Fields.of(Block.Field.bar("CPU", "1 of 4", 0.25), Block.Field.of("Size", "small")),
                new Block.Table("Tenants", List.of("Name"), List.of(List.of(Block.Cell.of("ada")))),
                new Block.Checklist(List.of(new Block.Item("Namespace", Block.ItemState.DONE, "0.3 s"))),
                Block.Buttons.of(Button.danger("Deny", "Deny ada", action)),
                new Block.Attachment("tenants.csv", "text/csv", "name\r\n"));
    }
}
