package dev.hallm.bot.command.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.identity.AccountLinking;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The buttons with which both sides confirm or refuse a link. */
@OnEachDatabase
class LinkButtonsTest {
    @AutoClose
    private final LinkBench bench;

    private final Person bo;
    private final Person bob;
    private final Letters letters;

    LinkButtonsTest(Db kind) {
        bench = new LinkBench(kind);
        bo = bench.bo();
        bob = bench.bob();
        letters = bench.letters();
    }

    @Test
    void linksAndTellsTheOtherWhenBothHaveConfirmed() {
        Message bobs = bench.asked();

        assertThat(bench.click(bench.askedBo(), "link-confirm", bo).fallbackText())
                .isEqualTo("✔ You confirmed. Bob L. on Discord has yet to confirm.");
        assertThat(bench.click(bobs, "link-confirm", bob).fallbackText())
                .startsWith("✔ Linked: you and Bo Lind on Slack are one person now.");

        assertThat(letters.of(bo).getLast().fallbackText()).startsWith("✔ Linked: you and Bob L. on Discord");
        assertThat(bench.accountsOf(bo)).containsExactlyInAnyOrder(bo.account(), bob.account());
    }

    @Test
    void saysTheSameForASecondClick() {
        Message bobs = bench.asked();
        Message once = bench.click(bobs, "link-confirm", bob);

        assertThat(bench.click(bobs, "link-confirm", bob)).isEqualTo(once);
        bench.click(bench.askedBo(), "link-confirm", bo);
        Message linked = bench.click(bobs, "link-confirm", bob);

        assertThat(linked.fallbackText()).startsWith("✔ Linked");
        assertThat(letters.of(bob)).hasSize(1);
        assertThat(bench.click(bobs, "link-refuse", bob).fallbackText()).contains("\"link remove\" ends it");
    }

    @Test
    void endsForBothWhenTheFirstToConfirmChangesTheirMind() {
        Message waiting = bench.click(bench.asked(), "link-confirm", bob);

        assertThat(bench.click(waiting, "link-refuse", bob).fallbackText())
                .isEqualTo("You refused: Bo Lind on Slack was not linked to you.");

        assertThat(letters.of(bo).getLast().fallbackText()).startsWith("Bob L. on Discord refused the link.");
        assertThat(bench.click(bench.askedBo(), "link-confirm", bo).fallbackText())
                .contains("Run \"link\" again");
        assertThat(bench.accountsOf(bo)).containsExactly(bo.account());
    }

    @Test
    void saysThatItIsTooLateAfter15Minutes() {
        Message bobs = bench.asked();
        bench.click(bench.askedBo(), "link-confirm", bo);
        bench.bot().clock().advance(AccountLinking.VALID);

        assertThat(bench.click(bobs, "link-confirm", bob).fallbackText()).contains("Run \"link\" again");
        assertThat(bench.click(bobs, "link-refuse", bob).fallbackText()).contains("Run \"link\" again");
        assertThat(bench.accountsOf(bo)).containsExactly(bo.account());
    }

    @Test
    void linksNobodyWhoHasNoRoleAnyMore() {
        Message bobs = bench.asked();
        bench.click(bench.askedBo(), "link-confirm", bo);
        bench.slack().guest("bo");
        bench.bot().clock().advance(Duration.ofSeconds(31));

        assertThat(bench.click(bobs, "link-confirm", bob).fallbackText())
                .isEqualTo("bo on Slack has no role there right now, or the platform does not say."
                        + " Nothing was linked; try again once that is settled.");

        assertThat(bench.accountsOf(bo)).containsExactly(bo.account());
    }

    @Test
    void takesNoClickFromTheOtherSide() {
        Message bobs = bench.asked();

        assertThat(bench.click(bobs, "link-confirm", bo).fallbackText()).isEqualTo("This button is for somebody else.");
        assertThat(bench.click(bobs, "link-refuse", bo).fallbackText()).isEqualTo("This button is for somebody else.");
    }
}
