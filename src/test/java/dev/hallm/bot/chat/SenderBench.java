package dev.hallm.bot.chat;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.port.CardSource;
import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.StoredActions;
import dev.hallm.bot.chat.port.Subject;
import dev.hallm.bot.identity.Identities;
import dev.hallm.bot.identity.LinkedAccounts;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.identity.RoleGrants;
import dev.hallm.bot.storage.BotContext;
import dev.hallm.bot.storage.Db;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The outbox on a database and its sender, to a scripted platform. */
final class SenderBench implements AutoCloseable {
    static final Destination CHANNEL = new Destination.Channel("console", "operations");
    static final Subject CARD = new Subject("card", "1");

    private final ScriptedPlatform platform = new ScriptedPlatform("console");
    private final Cards cards = new Cards();
    private final BotContext bot;
    private final RowSender rowSender;
    private final OutboxSender sender;

    SenderBench(Db kind) {
        bot = new BotContext(
                kind,
                context -> context.registerBean(RoleGrants.class, () -> new RoleGrants(Map.of())),
                JdbcActions.class,
                OutboxRepository.class,
                JdbcOutbox.class,
                Identities.class,
                LinkedAccounts.class);
        rowSender = new RowSender(
                rows(),
                outbox(),
                bot.get(StoredActions.class),
                bot.get(JsonMapper.class),
                bot.get(TransactionTemplate.class),
                new Channels(
                        Map.of(Channels.Purpose.ANNOUNCEMENTS, List.of(new Destination.Channel("console", "news")))),
                bot.get(Identities.class),
                List.of(cards));
        sender = new OutboxSender(rows(), rowSender, List.of(platform));
    }

    /** Cards whose text the test sets. */
    static final class Cards implements CardSource {
        private final Map<String, Message> byId = new ConcurrentHashMap<>();

        void say(String text) {
            var ok = ActionRequest.of("approve", Map.of("request", "1"), Clickers.holding(Role.APPROVER));
            byId.put("1", Message.of(Tone.NEUTRAL, text, Block.Buttons.of(Button.of("Approve", "Approve 1", ok))));
        }

        void vanish() {
            byId.clear();
        }

        @Override
        public String kind() {
            return "card";
        }

        @Override
        public Optional<Message> render(String id) {
            return Optional.ofNullable(byId.get(id));
        }
    }

    ScriptedPlatform platform() {
        return platform;
    }

    Cards cards() {
        return cards;
    }

    BotContext bot() {
        return bot;
    }

    Outbox outbox() {
        return bot.get(Outbox.class);
    }

    OutboxRepository rows() {
        return bot.get(OutboxRepository.class);
    }

    RowSender rowSender() {
        return rowSender;
    }

    OutboxSender sender() {
        return sender;
    }

    /** Sends what is due once this time has passed. */
    void drainAfter(Duration time) {
        bot.clock().advance(time);
        sender.drain();
    }

    @Override
    public void close() {
        bot.close();
    }
}
