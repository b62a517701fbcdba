package dev.hallm.bot.approval;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What a change needs, decided from facts alone: the first rule that fits, else the default. */
@Component
public class Policy {
    private final ApprovalSettings settings;

    Policy(ApprovalSettings settings) {
        this.settings = settings;
    }

    /**
     * What is needed.
     *
     * @param facts gathered only when there are rules
     * @throws IllegalStateException when a condition cannot be decided; nothing may run then
     */
    Requirement of(Supplier<Map<String, Object>> facts) {
        if (settings.rules().isEmpty()) {
            return settings.standard();
        }
        Map<String, Object> known = facts.get();
        return settings.rules().stream()
                .filter(rule -> rule.when().holds(known))
                .findFirst()
                .map(Rule::needs)
                .orElse(settings.standard());
    }
}
