package dev.hallm.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.storage.BotContext;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import dev.hallm.bot.storage.Together;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class JdbcActionsTest {
    private static final ActionRequest APPROVE =
            ActionRequest.of("approve", Map.of("request", "r1"), Clickers.holding(Role.APPROVER));

    @AutoClose
    private final BotContext bot;

    private final JdbcActions actions;

    JdbcActionsTest(Db kind) {
        bot = new BotContext(kind, context -> {}, JdbcActions.class);
        actions = bot.get(JdbcActions.class);
    }

    @Test
    void readsBackWhatItStored() {
        var action = ActionRequest.of(
                "show",
                Map.of("tenant", "ada", "page", "2"),
                new Clickers(Set.of(new ChatAccount("slack", "T1", "U1")), Set.of(Role.ADMIN)));

        assertThat(actions.find(actions.idOf(action))).contains(action);
    }

    @Test
    void showsTheVerbAndNothingElseInTheId() {
        assertThat(actions.idOf(APPROVE)).matches("approve~[0-9a-f]{20}");
    }

    @Test
    void givesTheSameRequestTheSameId() {
        String first = actions.idOf(APPROVE);

        assertThat(actions.idOf(APPROVE)).isEqualTo(first);
    }

    @Test
    void givesTheSameRequestTheSameIdInTwoThreadsAtOnce() throws Exception {
        assertThat(Set.copyOf(Together.run(4, () -> actions.idOf(APPROVE)))).hasSize(1);
    }

    @Test
    void givesTheSameRequestTheSameIdWhateverTheOrderOfItsClickers() {
        var one = ActionRequest.of("retry", Map.of(), Clickers.holding(Role.ADMIN, Role.APPROVER));
        var other = ActionRequest.of("retry", Map.of(), Clickers.holding(Role.APPROVER, Role.ADMIN));

        assertThat(actions.idOf(one)).isEqualTo(actions.idOf(other));
    }

    @Test
    void givesAnotherRequestAnotherId() {
        var other = ActionRequest.of("approve", Map.of("request", "r2"), Clickers.holding(Role.APPROVER));

        assertThat(actions.idOf(other)).isNotEqualTo(actions.idOf(APPROVE));
    }

    @Test
    void forgetsAnActionWhenItsTimeIsOver() {
        String id = actions.idOf(APPROVE);

        bot.clock().advance(Duration.ofDays(30));

        assertThat(actions.find(id)).isEmpty();
    }

    @Test
    void givesAButtonThatIsSentAgainItsWholeTime() {
        actions.idOf(APPROVE);
        bot.clock().advance(Duration.ofDays(30));

        String again = actions.idOf(APPROVE);

        assertThat(actions.find(again)).contains(APPROVE);
    }

    @Test
    void knowsNothingOfAnInventedId() {
        assertThat(actions.find("approve~0123456789abcdef0123")).isEmpty();
    }
}
