package dev.hallm.bot.command.arguments;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.command.ArgumentType;
import dev.hallm.bot.command.Echo;
import dev.hallm.bot.command.Near;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.tenant.Sizes;
import dev.hallm.bot.tenant.StackSize;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** A size of bot-config, by its name. */
@Component
class SizeArgument implements ArgumentType<StackSize> {
    private final Sizes sizes;

    SizeArgument(Sizes sizes) {
        this.sizes = sizes;
    }

    @Override
    public Class<StackSize> type() {
        return StackSize.class;
    }

    @Override
    public Reading<StackSize> read(String typed, Person asker) {
        return sizes.find(typed.toLowerCase(Locale.ROOT))
                .<Reading<StackSize>>map(Reading.Value::new)
                .orElseGet(() -> new Reading.Wrong<>(unknown(typed)));
    }

    private String unknown(String typed) {
        String names = String.join(", ", sizes.names());
        List<String> near = Near.to(typed, sizes.names());
        return near.isEmpty()
                ? text("argument.wrong.choice", "got", Echo.of(typed), "choices", names)
                : text("argument.wrong.choice.near", "got", Echo.of(typed), "near", near.getFirst(), "choices", names);
    }

    @Override
    public List<Suggestion> suggest(String typed, Person asker) {
        return sizes.all().stream()
                .filter(size -> size.name().startsWith(typed.toLowerCase(Locale.ROOT)))
                .map(size ->
                        new Suggestion(size.name(), size.cpu() + " CPU, " + size.memory() + ", " + size.gpu() + " GPU"))
                .toList();
    }

    @Override
    public List<String> choices() {
        return sizes.names();
    }

    @Override
    public String example(Person asker) {
        return sizes.names().getFirst();
    }
}
