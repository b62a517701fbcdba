package dev.hallm.bot.command;

import dev.hallm.bot.command.Dispatcher.FirstResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Every action by its verb. */
@Component
class ActionVerbs {
    private final Map<String, Action> byVerb;

    ActionVerbs(List<Action> actions) {
        byVerb = actions.stream().collect(Collectors.toMap(Action::verb, Function.identity()));
    }

    /** The action of an id, {@code <verb>~<opaque>}. */
    Optional<Action> of(String actionId) {
        int tilde = actionId.indexOf('~');
        return tilde < 0 ? Optional.empty() : Optional.ofNullable(byVerb.get(actionId.substring(0, tilde)));
    }

    /** The first response to a click or form of this id, when no form opens. */
    FirstResponse deferral(String id) {
        return of(id).filter(action -> action.first() != Action.First.PRIVATE)
                .<FirstResponse>map(_ -> new FirstResponse.DeferUpdate())
                .orElseGet(FirstResponse.DeferPrivate::new);
    }

    static boolean isActionId(String id) {
        return id.indexOf('~') >= 0;
    }
}
