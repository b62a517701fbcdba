package dev.hallm.bot.approval;

import dev.hallm.bot.identity.Role;
import dev.hallm.bot.operation.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What a change needs, decided from facts alone: the first rule that fits, else the default. */
@Component
public class Policy {
    private static final Requirement OWNERS =
            new Requirement("owner", 0, Role.ADMIN, false, Duration.ofHours(8), List.of(), true);

    private final ApprovalSettings settings;

    Policy(ApprovalSettings settings) {
        this.settings = settings;
    }

    /**
     * What is needed for an operation.
     *
     * @param facts gathered only when there are rules
     * @throws IllegalStateException when a condition cannot be decided; nothing may run then
     */
    Requirement of(Operation operation, Supplier<Map<String, Object>> facts) {
        if (settings.rules().isEmpty()) {
            return otherwise(operation);
        }
        Map<String, Object> known = facts.get();
        return settings.rules().stream()
                .filter(rule -> rule.when().holds(known))
                .findFirst()
                .map(Rule::needs)
                .orElseGet(() -> otherwise(operation));
    }

    /** What takes no resources and only the owner or an admin can ask for runs at once, until a rule says otherwise. */
    private Requirement otherwise(Operation operation) {
        return switch (operation) {
            case Operation.Provision _ -> settings.standard();
            case Operation.RotateCredentials _ -> OWNERS;
        };
    }
}
