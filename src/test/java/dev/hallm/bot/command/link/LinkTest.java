package dev.hallm.bot.command.link;

import static dev.hallm.bot.command.link.LinkBench.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.ChatSettings;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.identity.AccountLinking;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import dev.hallm.bot.view.People;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The commands of linking: codes, what each side is asked, and the end of a link. */
@OnEachDatabase
class LinkTest {
    @AutoClose
    private final LinkBench bench;

    private final Person bo;
    private final Person bob;
    private final Letters letters;

    LinkTest(Db kind) {
        bench = new LinkBench(kind);
        bo = bench.bo();
        bob = bench.bob();
        letters = bench.letters();
    }

    @Test
    void tellsWhatToTypeOnTheOtherPlatform() {
        assertThat(bench.code(bo).blocks().toString())
                .contains("Type on Discord", "/link show with the code ")
                .doesNotContain("Type on Slack");
        assertThat(bench.code(bob).blocks().toString()).contains("Type on Slack", "/hallm link ");
        assertThat(bench.code(bo).fallbackText()).contains("until 10:15 UTC");
    }

    @Test
    void showsEachSideTheOthersNameAndPlatformWithButtonsForThatSideOnly() {
        Message bobs = bench.asked();

        assertThat(bobs.fallbackText()).contains("Is Bo Lind on Slack you?");
        assertThat(bench.askedBo().fallbackText()).contains("Is Bob L. on Discord you?");
        assertThat(bobs.blocks().toString())
                .contains("accounts=[discord:discord/bob]")
                .doesNotContain("accounts=[slack:slack/bo]");
    }

    @Test
    void explainsEachRefusalOfACode() {
        String code = typed(bench.code(bo));
        bench.bot().clock().advance(AccountLinking.VALID);

        assertThat(bench.enter(bob, code).fallbackText()).startsWith("This code has expired.");
        assertThat(bench.enter(bo, typed(bench.code(bo))).fallbackText())
                .startsWith("This code was made on Slack too.");
        assertThat(bench.enter(bob, "2222-2222").fallbackText()).startsWith("Nobody has this code.");
    }

    @Test
    void saysWhenTheNextTryIsPossible() {
        for (int n = 0; n < 5; n++) {
            bench.enter(bob, "2222-2222");
        }

        assertThat(bench.enter(bob, "2222-2222").fallbackText())
                .isEqualTo("Too many wrong codes. Your next try is possible 10:15 UTC");
    }

    @Test
    void isForTwoPlatformsOnly() {
        assertThat(new LinkMessages(
                                bench.bot().get(People.class),
                                bench.bot().get(ChatSettings.class),
                                List.of(bench.slack()))
                        .knowsAnotherPlatformThan(bo.account()))
                .isFalse();
    }

    @Test
    void removesALinkAndTellsTheOther() {
        Message bobs = bench.asked();
        bench.click(bench.askedBo(), "link-confirm", bo);
        bench.click(bobs, "link-confirm", bob);

        Message removed = bench.remove(bob);

        assertThat(removed.fallbackText()).isEqualTo("✔ Not linked any more: Bo Lind on Slack.");
        assertThat(letters.of(bo).getLast().fallbackText()).startsWith("Bob L. on Discord is not linked to you");
        assertThat(bench.accountsOf(bo)).containsExactly(bo.account());
        assertThat(bench.remove(bob).fallbackText()).startsWith("This account is not linked.");
    }
}
