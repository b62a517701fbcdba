package dev.hallm.bot.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Cell;
import dev.hallm.bot.chat.message.Block.Text;
import dev.hallm.bot.chat.message.Span;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a message that is too long: shortened, then further messages, then a file. */
class DiscordPagesTest {
    private static Block.Table table(int rows) {
        return new Block.Table(
                "All nodes",
                List.of("Node", "State"),
                IntStream.range(0, rows)
                        .mapToObj(i -> List.of(Cell.of("node-" + i), Cell.of("=ready")))
                        .toList());
    }

    private static List<MessageEmbed> embeds(Rendered drawn) {
        return drawn.pages().stream().flatMap(page -> page.getEmbeds().stream()).toList();
    }

    private static int buttons(MessageCreateData page) {
        return page.getComponents().stream()
                .mapToInt(row -> ((ActionRow) row).getComponents().size())
                .sum();
    }

    @Test
    void goesOnInAFurtherMessageWithoutLosingAWord() {
        String words = IntStream.range(0, 1_200).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));

        Rendered drawn = Drawn.of(Text.body(Span.plain(words)));

        assertThat(drawn.pages()).hasSize(3);
        assertThat(drawn.files()).isEmpty();
        assertThat(embeds(drawn).stream().map(MessageEmbed::getDescription).collect(Collectors.joining()))
                .isEqualTo(words);
    }

    @Test
    void putsWhatThreeMessagesDoNotHoldIntoAFile() {
        Rendered drawn = Drawn.of(Text.body(Span.plain("many words ".repeat(3_000))), Text.body(Span.plain("the end")));

        assertThat(drawn.pages()).hasSize(DiscordLimits.PAGES);
        assertThat(drawn.files()).extracting(Block.Attachment::fileName).containsExactly("message.txt");
        assertThat(drawn.files().getFirst().content()).endsWith("the end\n");
        assertThat(embeds(drawn).getLast().getDescription()).endsWith("-# The rest is in the file message.txt.");
    }

    @Test
    void showsAsManyRowsAsFitAndAllOfThemInAFile() {
        Rendered drawn = Drawn.of(table(200));

        assertThat(embeds(drawn).getFirst().getDescription())
                .contains("node-24 ", "\n```\n-# and 175 more; all are in the file all-nodes.csv")
                .doesNotContain("node-25");
        assertThat(drawn.files()).hasSize(1);
        assertThat(drawn.files().getFirst().content().lines()).hasSize(201).contains("node-199,'=ready");
    }

    @Test
    void keepsATableThatFitsWithoutAFile() {
        assertThat(Drawn.of(table(20)).files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 6, 25, 26, 60})
    void dropsNoButton(int count) {
        Rendered drawn = Drawn.of(Text.heading("Title"), Drawn.buttons(count));

        assertThat(drawn.pages()).hasSize((count + DiscordLimits.BUTTONS - 1) / DiscordLimits.BUTTONS);
        assertThat(drawn.pages().stream().mapToInt(DiscordPagesTest::buttons).sum())
                .isEqualTo(count);
    }

    @Test
    void keepsTheButtonsBelowTheFirstMessage() {
        Rendered drawn = Drawn.of(Text.body(Span.plain("word ".repeat(1_500))), Drawn.buttons(2));

        assertThat(drawn.pages()).extracting(DiscordPagesTest::buttons).containsExactly(2, 0);
    }

    @Test
    void namesTheTenantOnButtonsThatWouldBeAlike() {
        Rendered drawn = Drawn.of(
                Block.Buttons.of(Drawn.button("Retry", "ada")), Block.Buttons.of(Drawn.button("Retry", "bea")));

        assertThat(drawn.first().toData().toString()).contains("Retry ada", "Retry bea");
    }

    @Test
    void offersTheSameActionOnce() {
        Rendered drawn = Drawn.of(
                Block.Buttons.of(Drawn.button("Retry", "ada")), Block.Buttons.of(Drawn.button("Retry", "ada")));

        assertThat(buttons(drawn.first())).isOne();
    }
}
