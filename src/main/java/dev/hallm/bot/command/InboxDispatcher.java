package dev.hallm.bot.command;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.chat.port.StoredActions;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Identification;
import dev.hallm.bot.identity.Identities;
import dev.hallm.bot.identity.Person;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The first phase: one stored row, one first response, nothing else. */
@Component
class InboxDispatcher implements Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(InboxDispatcher.class);
    private static final int LONGEST = 4_000;

    private final Inbox inbox;
    private final InboxWorker worker;
    private final Identities identities;
    private final Catalogue catalogue;
    private final Completer completer;
    private final Forms forms;
    private final ActionVerbs verbs;
    private final StoredActions actions;

    InboxDispatcher(
            Inbox inbox,
            InboxWorker worker,
            Identities identities,
            Catalogue catalogue,
            Completer completer,
            Forms forms,
            ActionVerbs verbs,
            StoredActions actions) {
        this.inbox = inbox;
        this.worker = worker;
        this.identities = identities;
        this.catalogue = catalogue;
        this.completer = completer;
        this.forms = forms;
        this.verbs = verbs;
        this.actions = actions;
    }

    @Override
    public FirstResponse receive(Delivery delivery) {
        if (isTooLong(delivery.content())) {
            return new FirstResponse.TryAgain(text("refuse.too-long", "longest", LONGEST));
        }
        try {
            FirstResponse first = first(delivery);
            return first instanceof FirstResponse.Show ? first : store(delivery, first);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("a delivery could not be stored", e);
            return new FirstResponse.TryAgain(text("refuse.not-stored"));
        }
    }

    private FirstResponse store(Delivery delivery, FirstResponse first) {
        if (inbox.store(delivery)) {
            worker.wake();
        } else {
            LOG.info("delivery {} came again", delivery.key());
        }
        return first;
    }

    private static boolean isTooLong(Delivery.Content content) {
        return switch (content) {
            case Delivery.Words(String line) -> line.length() > LONGEST;
            case Delivery.Submission submission ->
                submission.values().values().stream().anyMatch(value -> value.length() > LONGEST);
            case Delivery.Click click -> click.action().length() > LONGEST;
        };
    }

    private FirstResponse first(Delivery delivery) {
        return switch (delivery.content()) {
            case Delivery.Words(String line) -> words(line, delivery.from());
            case Delivery.Submission submission -> deferral(submission.form());
            case Delivery.Click click -> click(click.action(), delivery.from());
        };
    }

    /** A form when nothing is wrong but something is missing; everything else is answered from the row. */
    private FirstResponse words(String line, ChatAccount from) {
        return catalogue
                .match(line)
                .filter(match ->
                        person(from).filter(match.command().spec()::allows).isPresent())
                .flatMap(this::incomplete)
                .orElseGet(FirstResponse.DeferPrivate::new);
    }

    private Optional<FirstResponse> incomplete(Catalogue.Match match) {
        CommandSpec<?> spec = match.command().spec();
        Assignment assignment = Assignment.of(Parameter.of(spec.arguments()), match.arguments());
        return assignment.isMerelyIncomplete()
                ? Optional.of(new FirstResponse.Show(forms.filled(spec, assignment.values(), List.of())))
                : Optional.empty();
    }

    private FirstResponse click(String id, ChatAccount from) {
        Optional<Action> action = verbs.of(id).filter(found -> found.first() == Action.First.FORM);
        Optional<ActionRequest> request = action.isEmpty() ? Optional.empty() : actions.find(id);
        boolean allowed = request.isPresent()
                && person(from)
                        .filter(person -> Interpreter.mayClick(request.get(), person))
                        .isPresent();
        return action.isPresent() && allowed
                ? new FirstResponse.Show(action.get().form(id, request.get()))
                : deferral(id);
    }

    private FirstResponse deferral(String id) {
        return verbs.of(id)
                .filter(action -> action.first() != Action.First.PRIVATE)
                .<FirstResponse>map(_ -> new FirstResponse.DeferUpdate())
                .orElseGet(FirstResponse.DeferPrivate::new);
    }

    private Optional<Person> person(ChatAccount account) {
        return identities.identify(account) instanceof Identification.Known(Person person)
                ? Optional.of(person)
                : Optional.empty();
    }

    @Override
    public List<Completion> complete(ChatAccount account, String line) {
        return person(account).map(person -> completer.complete(line, person)).orElse(List.of());
    }

    @Override
    public List<Entry> commandsFor(ChatAccount account) {
        return person(account).map(this::entries).orElse(List.of());
    }

    private List<Entry> entries(Person person) {
        return catalogue.usableBy(person).stream()
                .map(Command::spec)
                .map(spec -> new Entry(spec.path(), text("command." + spec.key()), forms.empty(spec)))
                .toList();
    }
}
