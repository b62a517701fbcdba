package dev.hallm.bot.platform.console;

import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.form.Form.Field;
import dev.hallm.bot.command.Dispatcher.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

class DialogHtmlTest {
    private static final Form FORM = new Form(
            "user create",
            "user create",
            "Send",
            List.of(
                    new Field(
                            "name",
                            "Name",
                            "a DNS label",
                            true,
                            Form.Input.LINE,
                            List.of(),
                            "Not A Name",
                            "cannot name it"),
                    new Field(
                            "size",
                            "Size",
                            "",
                            false,
                            Form.Input.CHOICE,
                            List.of("small", "standard"),
                            "standard",
                            null),
                    new Field("phase", "Phase", "", true, Form.Input.CHOICE, List.of("active"), "", null),
                    new Field(
                            "reason",
                            "Reason",
                            "approvers see it",
                            false,
                            Form.Input.PARAGRAPH,
                            List.of(),
                            "\nmy long story",
                            null)));

    @Test
    void writesAFormWithWhatWasGivenAndWhatWasWrong() {
        Golden.assertIs("form", DialogHtml.form(FORM, null, null));
    }

    @Test
    void writesAButtonsFormWithTheMessageItBelongsTo() {
        Form form = new Form("deny~1", "Deny request", "Deny", List.of());

        Golden.assertIs("form-of-a-button", DialogHtml.form(form, "approvals", "m1"));
    }

    @Test
    void listsWhatAPersonMayDo() {
        Golden.assertIs(
                "commands",
                DialogHtml.commands(List.of(
                        new Entry("user create", "Ask for a new tenant.", FORM),
                        new Entry("whoami", "Show who you are.", FORM))));
    }
}
