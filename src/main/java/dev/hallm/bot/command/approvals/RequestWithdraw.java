package dev.hallm.bot.command.approvals;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.approval.Request;
import dev.hallm.bot.command.Command;
import dev.hallm.bot.command.CommandSpec;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code request withdraw}: takes one's own wish back before anybody decides on it. */
@Component
class RequestWithdraw implements Command<RequestWithdraw.Arguments> {
    private final Approvals approvals;
    private final Withdrawals withdrawals;

    RequestWithdraw(Approvals approvals, Withdrawals withdrawals) {
        this.approvals = approvals;
        this.withdrawals = withdrawals;
    }

    record Arguments(@Nullable Request name) {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("request withdraw", Arguments.class);
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        Request named = arguments.name();
        return named == null ? theOnlyOne(asker) : withdrawals.withdraw(named.id(), asker);
    }

    private Outcome theOnlyOne(Person asker) {
        List<Request> waiting = approvals.askedBy(asker.accounts()).stream()
                .filter(Request::isPending)
                .toList();
        return switch (waiting.size()) {
            case 0 -> Outcome.refuse("refuse.withdraw.none");
            case 1 -> withdrawals.withdraw(waiting.getFirst().id(), asker);
            default ->
                Outcome.refuse(
                        "refuse.withdraw.several",
                        "names",
                        String.join(
                                ", ",
                                waiting.stream()
                                        .map(request ->
                                                request.operation().tenant().value())
                                        .toList()));
        };
    }
}
