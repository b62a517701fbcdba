package dev.hallm.bot.command.arguments;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.command.ArgumentType;
import dev.hallm.bot.command.Echo;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.operation.MailAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** An e-mail address, also as chat platforms write one that was typed: {@code <mailto:ana@example.com|ana@…>}. */
@Component
class MailArgument implements ArgumentType<MailAddress> {
    private static final Pattern LINK = Pattern.compile("<mailto:([^<>|]+)(?:\\|[^<>]*)?>");

    @Override
    public Class<MailAddress> type() {
        return MailAddress.class;
    }

    @Override
    public Reading<MailAddress> read(String typed, Person asker) {
        Matcher link = LINK.matcher(typed.strip());
        return MailAddress.parse(link.matches() ? link.group(1) : typed.strip())
                .<Reading<MailAddress>>map(Reading.Value::new)
                .orElseGet(() -> new Reading.Wrong<>(
                        text("argument.wrong.mail", "got", Echo.of(typed), "example", example(asker))));
    }

    @Override
    public List<Suggestion> suggest(String typed, Person asker) {
        return List.of();
    }

    @Override
    public String example(Person asker) {
        return "john.doe@example.com";
    }
}
