package dev.hallm.bot.command.link;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.command.ArgumentType;
import dev.hallm.bot.command.Echo;
import dev.hallm.bot.identity.LinkCode;
import dev.hallm.bot.identity.Person;
import java.util.List;
import org.springframework.stereotype.Component;

/** A code that the bot gave on the other platform. */
@Component
class LinkCodeArgument implements ArgumentType<LinkCode> {
    private static final String EXAMPLE = "K7WM-3QXD";

    @Override
    public Class<LinkCode> type() {
        return LinkCode.class;
    }

    @Override
    public Reading<LinkCode> read(String typed, Person asker) {
        return LinkCode.parse(typed)
                .<Reading<LinkCode>>map(Reading.Value::new)
                .orElseGet(() -> new Reading.Wrong<>(
                        text("argument.wrong.link-code", "got", Echo.of(typed), "example", EXAMPLE)));
    }

    @Override
    public List<Suggestion> suggest(String typed, Person asker) {
        return List.of();
    }

    @Override
    public String example(Person asker) {
        return EXAMPLE;
    }
}
