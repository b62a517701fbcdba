package dev.hallm.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MayClickTest {
    private static final ChatAccount SLACK = new ChatAccount("slack", "T1", "U0CY");
    private static final ChatAccount DISCORD = new ChatAccount("discord", "1", "77");

    private static boolean mayClick(Clickers clickers, Person person) {
        return Interpreter.mayClick(ActionRequest.of("show", Map.of(), clickers), person);
    }

    @Test
    void aPersonFromAnyOfTheirAccounts() {
        var cy = new Person(DISCORD, "Cy", Set.of(Role.USER), Set.of(DISCORD, SLACK));

        assertThat(mayClick(Clickers.only(SLACK), cy)).isTrue();
    }

    @Test
    void nobodyElse() {
        assertThat(mayClick(Clickers.only(SLACK), new Person(DISCORD, "Cy", Set.of(Role.USER))))
                .isFalse();
    }

    @Test
    void whoeverHoldsTheRoleWithTheAccountUsed() {
        var cy = new Person(DISCORD, "Cy", Set.of(Role.USER), Set.of(DISCORD, SLACK));

        assertThat(mayClick(Clickers.holding(Role.USER), cy)).isTrue();
        assertThat(mayClick(Clickers.holding(Role.ADMIN), cy)).isFalse();
    }
}
