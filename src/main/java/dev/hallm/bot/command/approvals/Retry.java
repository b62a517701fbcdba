package dev.hallm.bot.command.approvals;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.onboarding.Onboardings;
import dev.hallm.bot.operation.OperationId;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Runs the failed item of an onboarding again; a button of an earlier failure does nothing. */
@Component
class Retry implements Action {
    private final Onboardings onboardings;

    Retry(Onboardings onboardings) {
        this.onboardings = onboardings;
    }

    @Override
    public String verb() {
        return "retry";
    }

    @Override
    public First first() {
        return First.UPDATE;
    }

    @Override
    public Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        OperationId operation = new OperationId(action.arguments().getOrDefault("operation", ""));
        String version = action.arguments().getOrDefault("version", "");
        return new Outcome.Decide(() -> retry(operation, version));
    }

    private Outcome retry(OperationId operation, String version) {
        boolean current = onboardings
                .find(operation)
                .filter(onboarding -> Integer.toString(onboarding.version()).equals(version))
                .isPresent();
        return current && onboardings.retry(operation) ? new Outcome.Silent() : Outcome.refuse("refuse.retry");
    }
}
