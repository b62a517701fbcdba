package dev.hallm.bot.operation.run;

import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.Step;
import dev.hallm.bot.operation.StepHandler;
import dev.hallm.bot.operation.StepResult;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Does what the test says for each step, and otherwise succeeds; remembers what it was asked. */
final class ScriptedSteps implements StepHandler {
    private final Map<Class<? extends Step>, Deque<Supplier<StepResult>>> script = new HashMap<>();
    private final List<String> ran = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private final List<String> prepared = new ArrayList<>();

    /** What the next runs of a step give, one after the other. */
    void next(Class<? extends Step> step, StepResult... results) {
        Arrays.stream(results).forEach(result -> script(step).add(() -> result));
    }

    /** The next run of a step throws. */
    void nextThrows(Class<? extends Step> step, RuntimeException surprise) {
        script(step).add(() -> {
            throw surprise;
        });
    }

    /** Something that happens while the next run of a step succeeds. */
    void during(Class<? extends Step> step, Runnable happens) {
        script(step).add(() -> {
            happens.run();
            return new StepResult.Done();
        });
    }

    private Deque<Supplier<StepResult>> script(Class<? extends Step> step) {
        return script.computeIfAbsent(step, _ -> new ArrayDeque<>());
    }

    @Override
    public Set<Class<? extends Step>> handles() {
        return Arrays.stream(Step.class.getPermittedSubclasses())
                .<Class<? extends Step>>map(step -> step.asSubclass(Step.class))
                .collect(Collectors.toSet());
    }

    @Override
    public StepResult run(Step step, OperationId operation, Duration waited) {
        ran.add(step.word());
        waits.add(waited);
        Deque<Supplier<StepResult>> left = script(step.getClass());
        return left.isEmpty() ? new StepResult.Done() : left.remove().get();
    }

    @Override
    public void beforeRetry(Step step, OperationId operation) {
        prepared.add(step.word());
    }

    /** The words of the steps in the order of their runs. */
    List<String> ran() {
        return ran;
    }

    /** How long each run's step had been tried. */
    List<Duration> waits() {
        return waits;
    }

    /** The steps that were prepared for another attempt. */
    List<String> prepared() {
        return prepared;
    }
}
