package dev.hallm.bot.command;

import dev.hallm.bot.chat.message.Message;
import java.util.List;
import java.util.Map;

/** What commands answer when they refuse, for the tests of whoever draws it. */
public final class SampleAnswers {
    private SampleAnswers() {}

    public static Map<String, Message> all() {
        return Map.of(
                "refusal",
                Refusals.of("refuse.guest", "support", "#ha-help"),
                "problems",
                Refusals.problems(
                        "user create",
                        List.of(
                                new Problem("name", "can't be \"Not_A *Name*\": only letters, digits and dashes"),
                                new Problem("size", "can't be \"tiny\"; choose one of small, standard")),
                        "/hallm user create ada size=standard"));
    }
}
