package dev.hallm.bot.platform.discord;

import static dev.hallm.bot.platform.discord.SendingBench.delivered;
import static dev.hallm.bot.platform.discord.SendingBench.ref;
import static dev.hallm.bot.platform.discord.SendingBench.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.port.Attempt;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.MessageRef;
import dev.hallm.bot.chat.port.Sent;
import dev.hallm.bot.chat.port.Urgency;
import dev.hallm.bot.platform.discord.fake.DiscordChannel;
import dev.hallm.bot.platform.discord.fake.DiscordMessage;
import dev.hallm.bot.platform.discord.fake.DiscordPerson;
import dev.hallm.bot.platform.discord.fake.FakeDiscord;
import dev.hallm.bot.storage.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Which message changes, and what there is once it cannot. */
class EditingTest {
    private static final Attempt FIRST = Attempt.first("reply:7");

    @AutoClose
    private final SendingBench bench = new SendingBench();

    private final MutableClock clock = bench.clock();
    private final FakeDiscord discord = bench.discord();
    private final DiscordChannel lab = bench.lab();
    private final DiscordPerson ana = bench.ana();
    private final BotOnDiscord bot = bench.bot();

    @Test
    void replacesTheClickedMessage() {
        Delivery delivery = bench.click();
        DiscordMessage card = discord.lastInteraction().orElseThrow().source().orElseThrow();

        Sent sent = bot.post(
                new Destination.Replacement(delivery.from(), delivery.handle(), ref(card)), text("Page 2"), FIRST);

        assertThat(sent).isEqualTo(new Sent.Delivered(ref(card)));
        assertThat(card.text()).contains("Page 2");
        assertThat(card.buttons()).isEmpty();
    }

    @Test
    void replacesTheClickedMessageAlsoWhenTheInteractionIsOver() {
        Delivery delivery = bench.click();
        DiscordMessage card = discord.lastInteraction().orElseThrow().source().orElseThrow();
        clock.advance(Duration.ofMinutes(16));

        bot.post(new Destination.Replacement(delivery.from(), delivery.handle(), ref(card)), text("Page 2"), FIRST);

        assertThat(card.text()).contains("Page 2");
    }

    @Test
    void editsACardForDays() {
        MessageRef ref = delivered(bot.post(lab, text("Request · open"), FIRST));
        clock.advance(Duration.ofDays(5));

        Sent sent = bench.edit(ref, text("Request · approved"));

        assertThat(sent).isEqualTo(new Sent.Delivered(ref));
        assertThat(discord.messages(lab))
                .singleElement()
                .satisfies(card -> assertThat(card.text()).contains("approved"));
    }

    @Test
    void editsADirectMessageThatThisProcessNeverSent() {
        MessageRef ref = delivered(bot.post(new Destination.Direct(bot.account(ana)), text("Onboarding · running")));
        try (BotOnDiscord next = bench.next()) {
            Sent sent = next.link.platform().edit(ref, text("Onboarding · done"), Drawn.ids(), Urgency.FINAL);

            assertThat(sent).isEqualTo(new Sent.Delivered(ref));
        }
    }

    @Test
    void postsANewCardWhenTheOldOneTakesNoMoreEdits() {
        discord.editsOfOldMessages(0, Duration.ofHours(1));
        MessageRef ref = delivered(bot.post(lab, text("Request · open"), FIRST));
        clock.advance(Duration.ofHours(2));

        Sent sent = bench.edit(ref, text("Request · approved"));

        DiscordMessage card = discord.messages(lab).getLast();
        assertThat(sent).isEqualTo(new Sent.Delivered(ref(card)));
        assertThat(ref(card)).isNotEqualTo(ref);
        assertThat(discord.messages(lab))
                .singleElement()
                .satisfies(left -> assertThat(left.text()).contains("approved"));
    }

    @Test
    void aDeletedCardIsUndeliverable() {
        Sent sent = bench.edit(new MessageRef("discord", lab.id(), "1574984943577071616"), text("Request"));

        assertThat(sent)
                .isInstanceOfSatisfying(
                        Sent.Undeliverable.class,
                        never -> assertThat(never.why()).contains("10008"));
    }
}
