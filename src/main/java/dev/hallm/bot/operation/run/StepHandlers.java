package dev.hallm.bot.operation.run;

import dev.hallm.bot.operation.Step;
import dev.hallm.bot.operation.StepHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds the handler of a step; refuses to start when a kind of step has none or two. */
@Component
class StepHandlers {
    private final Map<Class<?>, StepHandler> byStep = new HashMap<>();

    StepHandlers(List<StepHandler> handlers) {
        for (StepHandler handler : handlers) {
            handler.handles().forEach(step -> add(step, handler));
        }
        for (Class<?> step : Step.class.getPermittedSubclasses()) {
            if (!byStep.containsKey(step)) {
                throw new IllegalStateException("no handler for step " + step.getSimpleName());
            }
        }
    }

    private void add(Class<?> step, StepHandler handler) {
        if (byStep.put(step, handler) != null) {
            throw new IllegalStateException("two handlers for step " + step.getSimpleName());
        }
    }

    StepHandler of(Step step) {
        StepHandler handler = byStep.get(step.getClass());
        if (handler == null) {
            throw new IllegalStateException("no handler for step " + step.word());
        }
        return handler;
    }
}
