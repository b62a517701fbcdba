package dev.hallm.bot.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.storage.BotContext;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import dev.hallm.bot.storage.Together;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@OnEachDatabase
class LinkedAccountsTest {
    private static final ChatAccount SLACK = new ChatAccount("slack", "T1", "U0BO");
    private static final ChatAccount OTHER_SLACK = new ChatAccount("slack", "T1", "U0CY");
    private static final ChatAccount DISCORD = new ChatAccount("discord", "1", "77");
    private static final ChatAccount CONSOLE = new ChatAccount("console", "local", "bo");

    @AutoClose
    private final BotContext bot;

    private final LinkedAccounts links;

    LinkedAccountsTest(Db kind) {
        bot = new BotContext(kind, _ -> {}, LinkedAccounts.class);
        links = bot.get(LinkedAccounts.class);
    }

    private boolean link(ChatAccount one, ChatAccount other) {
        return Boolean.TRUE.equals(bot.get(TransactionTemplate.class).execute(_ -> links.link(one, other)));
    }

    private Set<ChatAccount> unlink(ChatAccount account) {
        return Set.copyOf(bot.get(TransactionTemplate.class).execute(_ -> links.unlink(account)));
    }

    @Test
    void takeAnUnlinkedAccountForAPersonOfItsOwn() {
        assertThat(links.accountsOf(SLACK)).containsExactly(SLACK);
    }

    @Test
    void areOnePersonFromEitherSide() {
        link(SLACK, DISCORD);

        assertThat(links.accountsOf(SLACK)).containsExactlyInAnyOrder(SLACK, DISCORD);
        assertThat(links.accountsOf(DISCORD)).containsExactlyInAnyOrder(SLACK, DISCORD);
        assertThat(links.accountsOf(CONSOLE)).containsExactly(CONSOLE);
    }

    @Test
    void growToAThirdPlatform() {
        link(SLACK, DISCORD);
        link(CONSOLE, DISCORD);

        assertThat(links.accountsOf(SLACK)).containsExactlyInAnyOrder(SLACK, DISCORD, CONSOLE);
    }

    @Test
    void areAtMostOneOnEachPlatform() {
        link(SLACK, DISCORD);
        link(OTHER_SLACK, CONSOLE);

        assertThat(link(OTHER_SLACK, DISCORD)).isFalse();
        assertThat(link(CONSOLE, DISCORD)).isFalse();

        assertThat(links.accountsOf(DISCORD)).containsExactlyInAnyOrder(SLACK, DISCORD);
        assertThat(links.accountsOf(CONSOLE)).containsExactlyInAnyOrder(OTHER_SLACK, CONSOLE);
    }

    @Test
    void stayAsTheyAreWhenLinkedTwice() {
        link(SLACK, DISCORD);

        assertThat(link(DISCORD, SLACK)).isTrue();

        assertThat(links.accountsOf(SLACK)).containsExactlyInAnyOrder(SLACK, DISCORD);
    }

    @Test
    void areTwoPeopleAgainOnceParted() {
        link(SLACK, DISCORD);

        assertThat(unlink(SLACK)).containsExactly(DISCORD);

        assertThat(links.accountsOf(SLACK)).containsExactly(SLACK);
        assertThat(links.accountsOf(DISCORD)).containsExactly(DISCORD);
        assertThat(link(OTHER_SLACK, DISCORD)).isTrue();
    }

    @Test
    void leaveTheOthersTogetherWhenOneOfThreeParts() {
        link(SLACK, DISCORD);
        link(SLACK, CONSOLE);

        assertThat(unlink(SLACK)).containsExactlyInAnyOrder(DISCORD, CONSOLE);

        assertThat(links.accountsOf(DISCORD)).containsExactlyInAnyOrder(DISCORD, CONSOLE);
    }

    @Test
    void partFromNobodyWhenUnlinked() {
        assertThat(unlink(SLACK)).isEmpty();
    }

    @Test
    void takeOneOfTwoLinksMadeAtOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            List<Boolean> made = Together.run(List.of(() -> link(SLACK, DISCORD), () -> link(OTHER_SLACK, DISCORD)));

            assertThat(made).containsExactlyInAnyOrder(true, false);
            assertThat(links.accountsOf(DISCORD)).hasSize(2);
            unlink(DISCORD);
        }
    }
}
