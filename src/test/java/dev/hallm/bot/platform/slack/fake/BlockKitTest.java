package dev.hallm.bot.platform.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockKitTest {
    private static final String DIVIDER = "{\"type\":\"divider\"}";

    private static List<String> message(String... blocks) {
        return BlockKit.validate(Json.parse("[" + String.join(",", blocks) + "]"), Surface.MESSAGE);
    }

    private static String button(String more) {
        return "{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"text\":{\"type\":\"plain_text\",\"text\":\"Go\"}"
                + more + "}]}";
    }

    private static String rich(String element) {
        return "{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_section\",\"elements\":[" + element
                + "]}]}";
    }

    @Test
    void refusesA51stBlockInAMessage() {
        String[] blocks = new String[51];
        Arrays.fill(blocks, DIVIDER);

        assertThat(message(blocks)).containsExactly("no more than 50 items allowed [json-pointer:/blocks]");
    }

    @Test
    void allowsAHundredBlocksAtHome() {
        String blocks = "[" + (DIVIDER + ",").repeat(99) + DIVIDER + "]";

        assertThat(BlockKit.validate(Json.parse(blocks), Surface.HOME)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"fancy\"}",
                "{\"type\":\"divider\",\"colour\":\"red\"}",
                "{\"type\":\"section\"}",
                "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"\"}}",
                "{\"type\":\"section\",\"text\":{\"type\":\"markdown\",\"text\":\"x\"}}",
                "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"x\",\"emoji\":true}}",
                "{\"type\":\"header\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"x\"}}",
                "{\"type\":\"context\",\"elements\":[]}",
                "{\"type\":\"context\",\"elements\":[{\"type\":\"button\"}]}",
                "{\"type\":\"actions\",\"elements\":[{\"type\":\"plain_text_input\"}]}",
                "{\"type\":\"image\",\"image_url\":\"https://example.org/x.png\"}",
                "{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_section\",\"elements\":[{\"type\":\"text\",\"text\":\"\"}]}]}",
                "{\"type\":\"rich_text\",\"elements\":[{\"type\":\"text\",\"text\":\"x\"}]}",
                "{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_list\",\"elements\":[]}]}",
                "{\"type\":\"input\",\"label\":{\"type\":\"plain_text\",\"text\":\"x\"}}",
                "{\"type\":\"table\",\"rows\":[[{\"type\":\"mrkdwn\",\"text\":\"x\"}]]}",
            })
    void refuses(String block) {
        assertThat(message(block)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"header,plain_text,150", "section,mrkdwn,3000"})
    void countsTheCharactersOfABlocksText(String type, String text, int most) {
        String block = "{\"type\":\"%s\",\"text\":{\"type\":\"%s\",\"text\":\"%s\"}}";

        assertThat(message(block.formatted(type, text, "x".repeat(most)))).isEmpty();
        assertThat(message(block.formatted(type, text, "x".repeat(most + 1))))
                .containsExactly("must be less than " + (most + 1) + " characters [json-pointer:/blocks/0/text/text]");
    }

    @ParameterizedTest
    @CsvSource({"value,2000", "url,3000", "accessibility_label,75", "action_id,255"})
    void countsTheCharactersOfAButton(String field, int most) {
        String more = ",\"" + field + "\":\"%s\"";

        assertThat(message(button(more.formatted("x".repeat(most))))).isEmpty();
        assertThat(message(button(more.formatted("x".repeat(most + 1))))).hasSize(1);
    }

    @Test
    void refusesAButtonStyleOfNoKind() {
        assertThat(message(button(",\"style\":\"default\""))).hasSize(1);
    }

    @Test
    void refusesAConfirmationWithoutDeny() {
        String confirm = ",\"confirm\":{\"title\":{\"type\":\"plain_text\",\"text\":\"t\"},"
                + "\"text\":{\"type\":\"plain_text\",\"text\":\"t\"},\"confirm\":{\"type\":\"plain_text\",\"text\":\"t\"}}";

        assertThat(message(button(confirm))).singleElement().asString().contains("deny");
    }

    @Test
    void refusesTheSameActionIdTwice() {
        String again = button(",\"action_id\":\"a\"");

        assertThat(message(again, again)).singleElement().asString().contains("already exists");
    }

    @Test
    void refusesASecondTable() {
        String table = "{\"type\":\"table\",\"rows\":[[{\"type\":\"raw_text\",\"text\":\"x\"}]]}";

        assertThat(message(table)).isEmpty();
        assertThat(message(table, table)).singleElement().asString().contains("only_one_table_allowed");
    }

    @Test
    void refusesATableInAModal() {
        String table = "[{\"type\":\"table\",\"rows\":[[{\"type\":\"raw_text\",\"text\":\"x\"}]]}]";

        assertThat(BlockKit.validate(Json.parse(table), Surface.MODAL)).hasSize(1);
    }

    @Test
    void takesEveryElementOfRichText() {
        assertThat(message(
                        rich("{\"type\":\"text\",\"text\":\"x\",\"style\":{\"bold\":true}}"),
                        rich("{\"type\":\"user\",\"user_id\":\"U1\"}"),
                        rich("{\"type\":\"date\",\"timestamp\":1,\"format\":\"{ago}\",\"fallback\":\"then\"}"),
                        rich("{\"type\":\"link\",\"url\":\"https://example.org\",\"text\":\"x\"}"),
                        rich("{\"type\":\"emoji\",\"name\":\"wave\"}"),
                        rich("{\"type\":\"channel\",\"channel_id\":\"C1\"}"),
                        rich("{\"type\":\"usergroup\",\"usergroup_id\":\"S1\"}"),
                        rich("{\"type\":\"broadcast\",\"range\":\"here\"}")))
                .isEmpty();
    }

    @Test
    void refusesAnUnknownStyleOfRichText() {
        assertThat(message(rich("{\"type\":\"text\",\"text\":\"x\",\"style\":{\"red\":true}}")))
                .hasSize(1);
    }

    @Test
    void wantsASubmitButtonWhereThereIsAnInput() {
        String view =
                "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"Quota\"},\"blocks\":[{\"type\":\"input\","
                        + "\"label\":{\"type\":\"plain_text\",\"text\":\"CPU\"},\"element\":{\"type\":\"plain_text_input\"}}]}";

        assertThat(BlockKit.validateView(Json.parse(view)))
                .singleElement()
                .asString()
                .contains("submit");
    }

    @Test
    void refusesATitleOf25Characters() {
        String view = "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"" + "x".repeat(25)
                + "\"},\"blocks\":[]}";

        assertThat(BlockKit.validateView(Json.parse(view)))
                .containsExactly("must be less than 25 characters [json-pointer:/view/title/text]");
    }

    @Test
    void flattensAllText() {
        String blocks = "[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"Head\"}},"
                + rich("{\"type\":\"text\",\"text\":\"Hi \"},{\"type\":\"user\",\"user_id\":\"U1\"}") + ","
                + button("") + "]";

        assertThat(Flattened.of(Json.parse(blocks))).isEqualTo("Head\nHi <@U1>\n[Go]");
    }
}
