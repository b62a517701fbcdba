package dev.hallm.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.port.CardSource;
import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.StoredActions;
import dev.hallm.bot.chat.port.Subject;
import dev.hallm.bot.chat.port.Urgency;
import dev.hallm.bot.identity.Identities;
import dev.hallm.bot.identity.LinkedAccounts;
import dev.hallm.bot.identity.RoleGrants;
import dev.hallm.bot.storage.BotContext;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A subject changes in a transaction that is open while its card is posted for the first time. */
@OnEachDatabase
class FirstPostTest {
    private static final Destination CHANNEL = new Destination.Channel("console", "operations");
    private static final Subject CARD = new Subject("card", "1");

    private final ScriptedPlatform platform = new ScriptedPlatform("console");
    private final AtomicReference<String> committed = new AtomicReference<>("before");

    @AutoClose
    private final BotContext bot;

    private final Outbox outbox;
    private final OutboxSender sender;

    FirstPostTest(Db kind) {
        bot = new BotContext(
                kind,
                context -> context.registerBean(RoleGrants.class, () -> new RoleGrants(Map.of())),
                JdbcActions.class,
                OutboxRepository.class,
                JdbcOutbox.class,
                Identities.class,
                LinkedAccounts.class);
        outbox = bot.get(Outbox.class);
        var rowSender = new RowSender(
                bot.get(OutboxRepository.class),
                outbox,
                bot.get(StoredActions.class),
                bot.get(JsonMapper.class),
                bot.get(TransactionTemplate.class),
                new Channels(Map.of()),
                bot.get(Identities.class),
                List.of(new Committed()));
        sender = new OutboxSender(bot.get(OutboxRepository.class), rowSender, List.of(platform));
    }

    /** A card that shows what is committed. */
    private final class Committed implements CardSource {
        @Override
        public String kind() {
            return CARD.kind();
        }

        @Override
        public Optional<Message> render(String id) {
            return Optional.of(Message.text(Tone.NEUTRAL, committed.get()));
        }
    }

    @Test
    void showsTheChange() {
        outbox.postCard("card", CHANNEL, CARD);

        CompletableFuture<Void> sending = bot.get(TransactionTemplate.class).execute(_ -> {
            outbox.refresh(CARD, Urgency.PROGRESS);
            CompletableFuture<Void> posting = CompletableFuture.runAsync(sender::drain);
            assertThatExceptionOfType(TimeoutException.class)
                    .as("posting waits for the change")
                    .isThrownBy(() -> posting.get(300, TimeUnit.MILLISECONDS));
            committed.set("after");
            return posting;
        });
        sending.join();

        assertThat(platform.calls().getLast().text()).isEqualTo("after");
    }
}
