package dev.hallm.bot.command;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.ChatSettings;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.chat.port.StoredActions;
import dev.hallm.bot.command.Binding.Bound;
import dev.hallm.bot.identity.Identification;
import dev.hallm.bot.identity.Identities;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says what a delivery comes to: who is it, what do they want, may they. Changes nothing itself. */
@Component
class Interpreter {
    private static final Logger LOG = LoggerFactory.getLogger(Interpreter.class);

    private final Identities identities;
    private final Catalogue catalogue;
    private final ActionVerbs verbs;
    private final StoredActions actions;
    private final Binding binding;
    private final BadArguments badArguments;
    private final ChatSettings chat;

    Interpreter(
            Identities identities,
            Catalogue catalogue,
            ActionVerbs verbs,
            StoredActions actions,
            Binding binding,
            BadArguments badArguments,
            ChatSettings chat) {
        this.identities = identities;
        this.catalogue = catalogue;
        this.verbs = verbs;
        this.actions = actions;
        this.binding = binding;
        this.badArguments = badArguments;
        this.chat = chat;
    }

    Outcome interpret(Delivery delivery) {
        if (delivery.content() instanceof Delivery.Home) {
            return new Outcome.ShowHome();
        }
        return switch (identities.identify(delivery.from())) {
            case Identification.Known(Person person) -> interpret(delivery.content(), person);
            case Identification.Guest _ -> Outcome.refuse("refuse.guest", "support", chat.support());
            case Identification.Unknown _ -> Outcome.refuse("refuse.unknown", "support", chat.support());
            case Identification.Unclear(var account, String why) -> {
                LOG.warn("{} could not be looked up: {}", account, why);
                yield Outcome.refuse("refuse.unclear");
            }
        };
    }

    private Outcome interpret(Delivery.Content content, Person person) {
        return switch (content) {
            case Delivery.Words(String line) -> words(line.isBlank() ? "help" : line, person);
            case Delivery.Submission submission -> submission(submission, person);
            case Delivery.Click(String action, var _) -> act(action, Map.of(), person);
            case Delivery.Home _ -> new Outcome.ShowHome();
        };
    }

    Outcome words(String line, Person person) {
        return catalogue
                .match(line)
                .map(match -> run(match.command(), assignment(match), person))
                .orElseGet(() -> catalogue.unknown(line, person));
    }

    private static Assignment assignment(Catalogue.Match match) {
        return Assignment.of(Parameter.of(match.command().spec().arguments()), match.arguments());
    }

    private Outcome submission(Delivery.Submission submission, Person person) {
        if (ActionVerbs.isActionId(submission.form())) {
            return act(submission.form(), submission.values(), person);
        }
        return catalogue
                .find(submission.form())
                .map(command -> run(
                        command, Assignment.of(Parameter.of(command.spec().arguments()), submission.values()), person))
                .orElseGet(() -> catalogue.unknown(submission.form(), person));
    }

    private <A extends Record> Outcome run(Command<A> command, Assignment assignment, Person person) {
        CommandSpec<A> spec = command.spec();
        if (!spec.allows(person)) {
            return Outcome.refuse(
                    "refuse.role", "what", spec.path(), "roles", words(spec.roles()), "support", chat.support());
        }
        return switch (binding.bind(spec, assignment, person)) {
            case Bound.Ready<A>(A arguments) -> resolved(command.handle(arguments, person), spec, assignment, person);
            case Bound.Refused<A>(List<Problem> problems) -> badArguments.refuse(spec, assignment, problems, person);
        };
    }

    /** An argument that cannot be is answered like one that could not be read. */
    private Outcome resolved(Outcome outcome, CommandSpec<?> spec, Assignment assignment, Person person) {
        return switch (outcome) {
            case Outcome.Misfit(String argument, String what) ->
                badArguments.refuse(spec, assignment, List.of(new Problem(argument, what)), person);
            case Outcome.Decide(var work) -> new Outcome.Decide(() -> resolved(work.get(), spec, assignment, person));
            case Outcome.Answer _,
                    Outcome.Replace _,
                    Outcome.Refuse _,
                    Outcome.Submit _,
                    Outcome.Whisper _,
                    Outcome.HandOver _,
                    Outcome.ShowHome _,
                    Outcome.Silent _ -> outcome;
        };
    }

    private Outcome act(String id, Map<String, String> values, Person person) {
        Optional<Action> action = verbs.of(id);
        Optional<ActionRequest> request = actions.find(id);
        if (action.isEmpty() || request.isEmpty()) {
            return Outcome.refuse("refuse.stale-button");
        }
        return mayClick(request.get(), person)
                ? action.get().perform(request.get(), values, person)
                : refuseClick(request.get());
    }

    /** Whether a button is for this person, from whichever account, or for a role of the account used. */
    static boolean mayClick(ActionRequest request, Person person) {
        return request.clickers().accounts().stream().anyMatch(person::is)
                || request.clickers().roles().stream().anyMatch(person::has);
    }

    private Outcome refuseClick(ActionRequest request) {
        Set<Role> roles = request.clickers().roles();
        return roles.isEmpty()
                ? Outcome.refuse("refuse.not-yours")
                : Outcome.refuse(
                        "refuse.role",
                        "what",
                        text("action." + request.verb()),
                        "roles",
                        words(roles),
                        "support",
                        chat.support());
    }

    private static String words(Set<Role> roles) {
        return roles.stream()
                .sorted(Comparator.naturalOrder())
                .map(Role::word)
                .collect(Collectors.joining(" " + text("word.or") + " "));
    }
}
