package dev.hallm.bot.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.form.Form.Input;
import java.util.List;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.components.ModalTopLevelComponentUnion;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.modals.Modal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Forms as modals, as far as Discord lets them. */
class FormModalTest {
    private static Form.Field field(
            String name, Input input, boolean required, String value, @Nullable String problem) {
        return new Form.Field(name, "Label " + name, "hint", required, input, List.of(), value, problem);
    }

    private static List<Label> labels(Form.Field... fields) {
        Modal modal = Drawn.RENDERER.modal(new Form("id", "title", "Send", List.of(fields)));
        return modal.getComponents().stream()
                .map(ModalTopLevelComponentUnion::asLabel)
                .map(Label.class::cast)
                .toList();
    }

    @Test
    void showsTheRequiredFieldsFirstWhenThereAreTooMany() {
        Form.Field[] fields = IntStream.range(0, 8)
                .mapToObj(i -> field("f" + i, Input.LINE, i == 6 || i == 7, "", null))
                .toArray(Form.Field[]::new);

        assertThat(labels(fields))
                .extracting(Label::getLabel)
                .containsExactly("Label f0", "Label f1", "Label f2", "Label f6", "Label f7");
        assertThat(labels(fields).getLast().getDescription()).startsWith("The command also takes f3, f4, f5.");
    }

    @Test
    void saysWhatWasWrongAndKeepsTheHint() {
        Label label = labels(field("name", Input.LINE, true, "A", "\"A\" cannot name a tenant"))
                .getFirst();

        assertThat(label.getDescription()).isEqualTo("⚠ \"A\" cannot name a tenant");
        assertThat(label.toString()).isNotEmpty();
        assertThat(label.getChild().asTextInput().getValue()).isEqualTo("A");
        assertThat(label.getChild().asTextInput().getPlaceHolder()).isEqualTo("hint");
    }

    @Test
    void letsPeopleBePickedAndRemembersWhoWas() {
        Label label = labels(field("owner", Input.PERSON, false, "<@81384788765712384>", null))
                .getFirst();

        assertThat(label.getChild().asEntitySelectMenu().getDefaultValues())
                .singleElement()
                .satisfies(value -> assertThat(value.getId()).isEqualTo("81384788765712384"));
    }

    @Test
    void shortensWhatIsTooLong() {
        var long_ = new Form.Field(
                "name", "L".repeat(90), "h".repeat(300), false, Input.PARAGRAPH, List.of(), "v".repeat(9_000), null);
        Modal modal = Drawn.RENDERER.modal(new Form("id", "t".repeat(90), "Send", List.of(long_)));

        assertThat(modal.getTitle()).hasSize(45);
        assertThat(labels(long_).getFirst().getLabel()).hasSize(45);
        assertThat(labels(long_).getFirst().getDescription()).hasSize(100);
        assertThat(labels(long_).getFirst().getChild().asTextInput().getValue()).hasSize(4_000);
    }
}
