package dev.hallm.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.ScriptedPlatform.Call;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.chat.port.StoredActions;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Identities;
import dev.hallm.bot.identity.LinkedAccounts;
import dev.hallm.bot.identity.RoleGrants;
import dev.hallm.bot.storage.BotContext;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A person who takes no direct messages. */
@OnEachDatabase
class StandInTest {
    private static final Destination CY = new Destination.Direct(ChatAccount.parse("slack:T1/CY"));
    private static final Message WELCOME = Message.text(Tone.GOOD, "Welcome, Cy");

    private final ScriptedPlatform platform = new ScriptedPlatform("slack");

    @AutoClose
    private final BotContext bot;

    private final Outbox outbox;

    StandInTest(Db kind) {
        bot = new BotContext(
                kind,
                context -> context.registerBean(RoleGrants.class, () -> new RoleGrants(Map.of())),
                JdbcActions.class,
                OutboxRepository.class,
                JdbcOutbox.class,
                LinkedAccounts.class,
                Identities.class);
        outbox = bot.get(Outbox.class);
    }

    private void drain(Channels channels) {
        OutboxRepository rows = bot.get(OutboxRepository.class);
        var sender = new RowSender(
                rows,
                outbox,
                bot.get(StoredActions.class),
                bot.get(JsonMapper.class),
                bot.get(TransactionTemplate.class),
                channels,
                bot.get(Identities.class),
                List.of());
        new OutboxSender(rows, sender, List.of(platform)).drain();
    }

    private static Channels announcements(String platform) {
        return new Channels(Map.of(Channels.Purpose.ANNOUNCEMENTS, List.of(new Destination.Channel(platform, "news"))));
    }

    @Test
    void getsAButtonInTheChannelOfAllInstead() {
        outbox.send("welcome", CY, WELCOME);
        platform.next(new Sent.Undeliverable("direct messages are closed"));

        drain(announcements("slack"));

        assertThat(platform.calls()).extracting(Call::what).containsExactly("post", "post");
        assertThat(platform.shown())
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains("there is a private message for you")
                        .doesNotContain("Welcome"));
        assertThat(outbox.stateOf("welcome")).contains(Outbox.State.DELIVERED);
        assertThat(outbox.find("welcome")).contains(WELCOME);
    }

    @Test
    void getsAButtonForAnAnswerThatCameTooLate() {
        outbox.send("reply", new Destination.Reply(ChatAccount.parse("slack:T1/CY"), "handle", true), WELCOME);
        platform.next(new Sent.Undeliverable("the interaction is over, and direct messages are closed"));

        drain(announcements("slack"));

        assertThat(platform.shown()).singleElement().asString().contains("there is a private message for you");
    }

    @Test
    void isNotReachedWhenTheButtonCannotBePostedEither() {
        outbox.send("welcome", CY, WELCOME);
        platform.next(new Sent.Undeliverable("direct messages are closed"));
        platform.next(new Sent.Undeliverable("no such channel"));

        drain(announcements("slack"));

        assertThat(outbox.stateOf("welcome")).contains(Outbox.State.UNDELIVERABLE);
    }

    @Test
    void isNotReachedWhereThePlatformHasNoChannelOfAll() {
        outbox.send("welcome", CY, WELCOME);
        platform.next(new Sent.Undeliverable("direct messages are closed"));

        drain(announcements("discord"));

        assertThat(platform.calls()).hasSize(1);
        assertThat(outbox.stateOf("welcome")).contains(Outbox.State.UNDELIVERABLE);
    }

    @Test
    void getsTheMessageItselfAfterARetry() {
        outbox.send("welcome", CY, WELCOME);
        platform.next(new Sent.Undeliverable("direct messages are closed"));
        drain(announcements("discord"));

        outbox.retry("welcome");
        drain(announcements("discord"));

        assertThat(platform.shown()).containsExactly("Welcome, Cy");
    }
}
