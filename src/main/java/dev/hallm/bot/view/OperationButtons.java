package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.operation.OperationRow;
import java.util.Map;
import java.util.Set;

/** The ways out for an operation without a checklist that failed; whether the clicker may is looked at once more. */
final class OperationButtons {
    private OperationButtons() {}

    static Block.Buttons of(OperationRow row) {
        String tenant = row.operation().tenant().value();
        String id = row.id().value();
        var clickers = new Clickers(Set.of(row.operation().requester()), Set.of(Role.ADMIN, Role.USER));
        return Block.Buttons.of(
                Button.primary(
                        text("button.retry"),
                        text("button.retry") + " " + tenant,
                        ActionRequest.of("retry-operation", Map.of("operation", id, "run", "" + row.run()), clickers)),
                Button.of(
                        text("button.cancel-operation"),
                        text("button.cancel-operation") + " " + tenant,
                        ActionRequest.of("cancel-operation", Map.of("operation", id), clickers)));
    }
}
