package dev.hallm.bot.command.approvals;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The button in a requester's own list. */
@Component
class Withdraw implements Action {
    private final Withdrawals withdrawals;

    Withdraw(Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    @Override
    public String verb() {
        return "withdraw";
    }

    @Override
    public First first() {
        return First.PRIVATE;
    }

    @Override
    public Outcome perform(ActionRequest action, Map<String, String> values, Person clicker) {
        return withdrawals.withdraw(action.argument("request"), clicker);
    }
}
