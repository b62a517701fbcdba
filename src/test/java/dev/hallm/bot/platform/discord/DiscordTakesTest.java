package dev.hallm.bot.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.form.Form.Input;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Text;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.view.SampleCards;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A Discord as strict as the real one takes what the renderer writes, and people's answers come back as values. */
class DiscordTakesTest {
    private static DiscordBench bench;

    @BeforeAll
    static void start() throws InterruptedException {
        bench = new DiscordBench();
    }

    @AfterAll
    static void end() {
        bench.close();
    }

    @Test
    void takesEveryCard() {
        SampleCards.all().values().forEach(card -> bench.takes(Drawn.of(card)));
    }

    @Test
    void takesWhatIsTooLongForOneMessage() {
        bench.takes(Drawn.of(Text.body(Span.plain("🏠 *long* ".repeat(2_000)))));
        bench.takes(Drawn.of(new Block.Fields(IntStream.range(0, 90)
                .mapToObj(i -> Block.Field.of("Label " + i, "_value_ ".repeat(200)))
                .toList())));
        bench.takes(Drawn.of(Drawn.buttons(60)));
    }

    @ParameterizedTest
    @MethodSource("dev.hallm.bot.platform.discord.NastyTexts#all")
    void takesTextsOfEveryKindInEveryPlace(String text) {
        bench.takes(Drawn.of(NastyTexts.everywhere(text)));
    }

    @Test
    void takesFormsWithProblemsAndGivesTheValuesBack() {
        var form = new Form(
                "user create",
                "user create",
                "Send",
                List.of(
                        field("name", Input.LINE, true, List.of(), "Not A Name", "\"Not A Name\" cannot name a tenant"),
                        field("owner", Input.PERSON, false, List.of(), "", null),
                        field("size", Input.CHOICE, false, List.of("small", "standard"), "small", null),
                        field("reason", Input.PARAGRAPH, false, List.of(), "", null)));

        GoldenJson.assertIs("form-problems", Drawn.RENDERER.modal(form));
        assertThat(bench.filled(
                        form, Map.of("Label name", "ada", "Label owner", bench.ana(), "Label size", "standard")))
                .isEqualTo(Map.of("name", "ada", "owner", bench.ana().mention(), "size", "standard"));
    }

    private static Form.Field field(
            String name, Input input, boolean required, List<String> choices, String value, @Nullable String problem) {
        return new Form.Field(name, "Label " + name, "hint", required, input, choices, value, problem);
    }
}
