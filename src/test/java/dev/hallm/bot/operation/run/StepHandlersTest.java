package dev.hallm.bot.operation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.Planner;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.operation.Step;
import dev.hallm.bot.operation.StepHandler;
import dev.hallm.bot.operation.StepResult;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StepHandlersTest {
    private static final Set<Class<? extends Step>> ALL = new ScriptedSteps().handles();

    private record Handler(Set<Class<? extends Step>> handles) implements StepHandler {
        @Override
        public StepResult run(Step step, OperationId operation, Duration waited) {
            return new StepResult.Done();
        }
    }

    private static Handler allBut(Class<? extends Step> step) {
        return new Handler(ALL.stream().filter(other -> other != step).collect(Collectors.toSet()));
    }

    @Test
    void findTheOneThatKnowsTheStep() {
        var welcome = new Handler(Set.of(Step.Welcome.class));
        var others = allBut(Step.Welcome.class);
        var handlers = new StepHandlers(List.of(others, welcome));
        List<Step> plan = Planner.plan(Samples.provision("ada"));

        assertThat(handlers.of(plan.getLast())).isSameAs(welcome);
        assertThat(handlers.of(plan.getFirst())).isSameAs(others);
    }

    @Test
    void refuseAStepThatNobodyKnows() {
        assertThatThrownBy(() -> new StepHandlers(List.of(allBut(Step.Welcome.class))))
                .hasMessage("no handler for step Welcome");
    }

    @Test
    void refuseAStepThatTwoKnow() {
        var welcome = new Handler(Set.of(Step.Welcome.class));

        assertThatThrownBy(() -> new StepHandlers(List.of(new Handler(ALL), welcome)))
                .hasMessage("two handlers for step Welcome");
    }
}
