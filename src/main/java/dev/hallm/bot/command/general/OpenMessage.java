package dev.hallm.bot.command.general;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows a person, privately, a message that could not reach them directly. */
@Component
class OpenMessage implements Action {
    private final Outbox outbox;

    OpenMessage(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String verb() {
        return "open-message";
    }

    @Override
    public First first() {
        return First.PRIVATE;
    }

    @Override
    public Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        return outbox.find(action.argument("message"))
                .<Outcome>map(Outcome.Answer::new)
                .orElseGet(() -> Outcome.refuse("refuse.stale-button"));
    }
}
