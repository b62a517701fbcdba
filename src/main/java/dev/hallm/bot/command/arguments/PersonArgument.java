package dev.hallm.bot.command.arguments;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.command.ArgumentType;
import dev.hallm.bot.command.Echo;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Identities;
import dev.hallm.bot.identity.Person;
import java.util.List;
import org.springframework.stereotype.Component;

/** A person by mention on the asker's own platform. */
@Component
class PersonArgument implements ArgumentType<ChatAccount> {
    private final Identities identities;

    PersonArgument(Identities identities) {
        this.identities = identities;
    }

    @Override
    public Class<ChatAccount> type() {
        return ChatAccount.class;
    }

    @Override
    public boolean isPerson() {
        return true;
    }

    @Override
    public Reading<ChatAccount> read(String typed, Person asker) {
        return identities
                .resolve(asker.account().platform(), typed)
                .<Reading<ChatAccount>>map(Reading.Value::new)
                .orElseGet(() -> new Reading.Wrong<>(
                        text("argument.wrong.person", "got", Echo.of(typed), "example", example(asker))));
    }

    @Override
    public List<Suggestion> suggest(String typed, Person asker) {
        return identities.suggest(asker.account().platform(), typed).stream()
                .map(suggested -> new Suggestion(suggested.mention(), suggested.displayName()))
                .toList();
    }

    @Override
    public String example(Person asker) {
        return identities.suggest(asker.account().platform(), "").stream()
                .filter(suggested -> identities
                        .resolve(asker.account().platform(), suggested.mention())
                        .filter(asker.account()::equals)
                        .isPresent())
                .findFirst()
                .map(suggested -> suggested.mention())
                .orElse("@" + asker.account().user());
    }
}
