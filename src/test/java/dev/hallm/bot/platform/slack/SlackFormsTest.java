package dev.hallm.bot.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.form.Form.Field;
import dev.hallm.bot.chat.form.Form.Input;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SlackFormsTest {
    private static Field field(Input input, String value, String... choices) {
        return new Field("f", "Label", "", true, input, List.of(choices), value, null);
    }

    private static JsonNode element(Field field) {
        return modal(field).path("blocks").path(0).path("element");
    }

    private static ObjectNode modal(Field... fields) {
        return Sample.RENDERER.modal(new Form("user create", "user create", "Send", List.of(fields)), "{}");
    }

    @Test
    void writesAnInputForEachFieldWithWhatWasGivenAndWhatWasWrong() {
        Golden.assertIs(
                "form",
                modal(
                        new Field(
                                "name",
                                "Name",
                                "a DNS label",
                                true,
                                Input.LINE,
                                List.of(),
                                "Not *A* Name",
                                "can't be \"Not *A* Name\""),
                        new Field(
                                "size",
                                "Size",
                                "",
                                false,
                                Input.CHOICE,
                                List.of("small", "standard"),
                                "standard",
                                null),
                        new Field("phase", "Phase", "", true, Input.CHOICE, List.of("active"), "", null),
                        new Field("owner", "Owner", "who uses it", false, Input.PERSON, List.of(), "<@U0CY>", null),
                        new Field("reason", "Reason", "", false, Input.PARAGRAPH, List.of(), "my\nstory", null)));
    }

    @Test
    void showsItsTitleWhenThereIsNothingToFill() {
        Golden.assertIs("form-empty", modal());
    }

    @Test
    void shortensItsTitle() {
        ObjectNode modal = Sample.RENDERER.modal(new Form("f", "a title that is far too long", "Send", List.of()), "");

        assertThat(modal.path("title").path("text").asString()).hasSize(24).endsWith("…");
    }

    @Test
    void takesTypedTextWhereSlackCannotListTheChoices() {
        String[] many = IntStream.range(0, 101).mapToObj(Integer::toString).toArray(String[]::new);

        assertThat(element(field(Input.CHOICE, "7", many)).path("type").asString())
                .isEqualTo("plain_text_input");
        assertThat(element(field(Input.CHOICE, "x", "x".repeat(151)))
                        .path("type")
                        .asString())
                .isEqualTo("plain_text_input");
        assertThat(element(field(Input.CHOICE, "")).path("type").asString()).isEqualTo("plain_text_input");
    }

    @Test
    void choosesNothingThatIsNoChoice() {
        assertThat(element(field(Input.CHOICE, "gigantic", "small")).has("initial_option"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ola", "U0CY", "<@u0cy>", "<!channel>", "<@U0CY> and more"})
    void choosesNobodyWithoutAMention(String value) {
        assertThat(element(field(Input.PERSON, value)).has("initial_user")).isFalse();
    }

    @Test
    void choosesWhoWasMentioned() {
        assertThat(element(field(Input.PERSON, "<@U0CY|cy>"))
                        .path("initial_user")
                        .asString())
                .isEqualTo("U0CY");
    }

    @Test
    void shortensAValueThatIsLongerThanAnInput() {
        assertThat(element(field(Input.PARAGRAPH, "x".repeat(5_000)))
                        .path("initial_value")
                        .asString())
                .hasSize(3_000);
    }

    @Test
    void refusesMetadataThatSlackWouldRefuse() {
        Form form = new Form("f", "f", "Send", List.of());

        assertThatThrownBy(() -> Sample.RENDERER.modal(form, "x".repeat(3_001)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("private_metadata");
    }

    @Test
    void readsWhatWasFilledIn() {
        assertThat(FormValues.of(json("""
                {"field.name": {"name": {"type": "plain_text_input", "value": "ada"}},
                 "field.size": {"size": {"type": "static_select",
                    "selected_option": {"text": {"type": "plain_text", "text": "Standard"}, "value": "standard"}}},
                 "field.owner": {"owner": {"type": "users_select", "selected_user": "U0CY"}}}
                """))).isEqualTo(Map.of("name", "ada", "size", "standard", "owner", "<@U0CY>"));
    }

    @Test
    void leavesOutWhatWasLeftEmptyOrIsUnknown() {
        assertThat(FormValues.of(json("""
                {"field.name": {"name": {"type": "plain_text_input", "value": null}},
                 "field.note": {"note": {"type": "plain_text_input"}},
                 "field.size": {"size": {"type": "static_select", "selected_option": null}},
                 "field.owner": {"owner": {"type": "users_select", "selected_user": null}},
                 "field.day": {"day": {"type": "holodeck", "value": "x"}},
                 "field.odd": null, "field.list": {"l": [1]}}
                """))).isEmpty();
    }

    @Test
    void readsNothingFromNothing() {
        assertThat(FormValues.of(json("null"))).isEmpty();
        assertThat(FormValues.of(json("{}").path("absent"))).isEmpty();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
