package dev.hallm.bot.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Field;
import dev.hallm.bot.chat.message.Block.Item;
import dev.hallm.bot.chat.message.Block.ItemState;
import dev.hallm.bot.chat.message.Block.Text;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.platform.slack.fake.BlockKit;
import dev.hallm.bot.platform.slack.fake.Surface;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is too long is shortened, then divided, then attached; buttons stay. */
class SlackLimitsTest {
    private static Rendered of(Stream<Block> blocks) {
        Rendered rendered = Sample.rendered(Message.of(Tone.NEUTRAL, "fallback").with(blocks.toArray(Block[]::new)));
        rendered.pages().forEach(SlackLimitsTest::assertFits);
        return rendered;
    }

    private static void assertFits(Page page) {
        assertThat(page.blocks().size()).isBetween(1, 50);
        assertThat(Weight.of(page.blocks()) + page.text().length()).isLessThanOrEqualTo(10_000);
        assertThat(BlockKit.validate(page.blocks(), Surface.MESSAGE)).isEmpty();
        assertThat(page.text()).isNotBlank().hasSizeLessThanOrEqualTo(4_000);
    }

    private static Block.Buttons buttons(int i) {
        return Block.Buttons.of(
                Button.primary("Approve request", "Approve request " + i, Sample.action("approve", i)),
                Button.danger("Deny request…", "Deny request " + i, Sample.action("deny", i)));
    }

    private static Stream<Block> requests(int count) {
        return IntStream.range(0, count)
                .boxed()
                .flatMap(i -> Stream.of(Text.body(Span.plain("Request " + i)), buttons(i)));
    }

    private static long buttonsOf(JsonNode json) {
        return json.findValuesAsString("action_id").stream().distinct().count();
    }

    private static long buttonsOf(Rendered rendered) {
        return rendered.pages().stream()
                .mapToLong(page -> buttonsOf(page.blocks()))
                .sum();
    }

    @Test
    void dividesWhatOneMessageCannotHold() {
        Rendered rendered =
                of(Stream.generate(() -> (Block) Text.body(Span.plain("line"))).limit(120));

        assertThat(rendered.pages()).hasSize(3);
        assertThat(rendered.files()).isEmpty();
        assertThat(rendered.pages().get(1).text()).isEqualTo("Page 2 of 3 of: fallback");
    }

    @Test
    void attachesWhatThreeMessagesCannotHold() {
        Rendered rendered = of(IntStream.range(0, 200).mapToObj(i -> Text.body(Span.plain("line " + i))));

        assertThat(rendered.pages()).hasSize(3);
        assertThat(rendered.files())
                .singleElement()
                .satisfies(file -> assertThat(file.content()).contains("line 199"));
        assertThat(rendered.pages().getLast().blocks().toString()).contains("the rest is in rest-of-message.txt");
    }

    @Test
    void losesNothingBetweenTheMessagesAndTheFile() {
        Rendered rendered = of(IntStream.range(0, 500).mapToObj(i -> Text.body(Span.plain("line-" + i + "."))));

        String all = Golden.json(rendered).toString();
        assertThat(IntStream.range(0, 500)).allMatch(i -> all.contains("line-" + i + "."));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 24, 25, 26, 60, 75, 76, 200, 700})
    void dropsNoButton(int requests) {
        Rendered rendered = of(requests(requests));

        assertThat(buttonsOf(rendered)).isEqualTo(2L * requests);
    }

    @Test
    void keepsTheButtonsOfAMessageThatIsFarTooLong() {
        Rendered rendered = of(Stream.of(Text.body(Span.plain("word ".repeat(20_000))), buttons(1)));

        assertThat(buttonsOf(rendered)).isEqualTo(2);
        assertThat(rendered.files()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 51, 400, 700})
    void dropsNoButtonOfAHome(int requests) {
        Message message =
                Message.of(Tone.NEUTRAL, "home").with(requests(requests).toArray(Block[]::new));

        JsonNode home = Sample.RENDERER.home(message, Sample.ids());

        assertThat(BlockKit.validateView(home)).isEmpty();
        assertThat(buttonsOf(home)).isEqualTo(2L * requests);
    }

    @Test
    void saysInAHomeThatThereIsMore() {
        Block[] lines = IntStream.range(0, 150)
                .mapToObj(i -> Text.body(Span.plain("line " + i)))
                .toArray(Block[]::new);

        JsonNode home = Sample.RENDERER.home(Message.of(Tone.NEUTRAL, "home").with(lines), Sample.ids());

        assertThat(home.path("blocks").size()).isEqualTo(100);
        assertThat(home.toString()).contains("There is more than fits here");
    }

    @Test
    void fitsWithEverythingOverlong() {
        String large = "large 😀 ".repeat(1_000);
        var blocks = new ArrayList<Block>(List.of(
                Text.heading(large),
                Text.body(Span.strong(large)),
                new Text(Text.Style.QUOTE, List.of(Span.code(large))),
                Text.note(Span.plain(large)),
                Block.Fields.of(Field.of(large, large), Field.of("Label", large)),
                new Block.Checklist(List.of(new Item(large, ItemState.RUNNING, large))),
                new Block.Table(large, List.of(large), List.of(List.of(Block.Cell.of(large)))),
                buttons(1)));

        Rendered rendered = of(blocks.stream());

        assertThat(buttonsOf(rendered)).isEqualTo(2);
        assertThat(rendered.first().blocks().path(0).path("text").path("text").asString())
                .hasSizeLessThanOrEqualTo(150);
    }

    @Test
    void hasAlwaysABlock() {
        assertThat(of(Stream.empty()).first().blocks().toString()).contains("rich_text", "fallback");
    }

    @Test
    void cutsNoCharacterInTwo() {
        assertThat(SlackText.shorten("😀😀", 3)).isEqualTo("😀…");
        assertThat(SlackText.pieces("😀😀", 3)).containsExactly("😀", "😀");
        assertThat(SlackText.pieces("one two", 5)).containsExactly("one ", "two");
    }
}
