package dev.hallm.bot.command;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.port.Delivery;
import dev.hallm.bot.chat.port.StoredActions;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Identification;
import dev.hallm.bot.identity.Identities;
import dev.hallm.bot.identity.Person;
import java.time.Duration;
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
    private static final Duration LONGEST_TO_SHOW = Duration.ofSeconds(10);
    private static final Duration LONGEST_TO_IDENTIFY = Duration.ofMillis(700);

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
            return store(delivery, first(delivery));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("a delivery could not be stored", e);
            return new FirstResponse.TryAgain(text("refuse.not-stored"));
        }
    }

    private FirstResponse store(Delivery delivery, FirstResponse first) {
        boolean form = first instanceof FirstResponse.Show;
        if (inbox.store(delivery, form ? LONGEST_TO_SHOW : Duration.ZERO)) {
            worker.wake();
        } else {
            LOG.info("delivery {} came again", delivery.key());
        }
        return first;
    }

    @Override
    public void shown(Delivery delivery) {
        inbox.close(delivery);
    }

    @Override
    public void notShown(Delivery delivery) {
        inbox.release(delivery);
        worker.wake();
    }

    private static boolean isTooLong(Delivery.Content content) {
        return switch (content) {
            case Delivery.Words(String line) -> line.length() > LONGEST;
            case Delivery.Submission submission ->
                submission.values().values().stream().anyMatch(value -> value.length() > LONGEST);
            case Delivery.Click click -> click.action().length() > LONGEST;
            case Delivery.Home _ -> false;
        };
    }

    private FirstResponse first(Delivery delivery) {
        return switch (delivery.content()) {
            case Delivery.Words(String line) -> words(line, delivery.from());
            case Delivery.Submission submission -> verbs.deferral(submission.form());
            case Delivery.Click click -> click(click.action(), delivery.from());
            case Delivery.Home _ -> new FirstResponse.DeferPrivate();
        };
    }

    /** A form when nothing is wrong but something is missing; everything else is answered from the row. */
    private FirstResponse words(String line, ChatAccount from) {
        return catalogue
                .match(line)
                .flatMap(match -> incomplete(match).filter(_ -> mayUse(match, from)))
                .orElseGet(FirstResponse.DeferPrivate::new);
    }

    private boolean mayUse(Catalogue.Match match, ChatAccount from) {
        return soon(from).filter(match.command().spec()::allows).isPresent();
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
        boolean allowed = request.filter(found -> mayClick(found, from)).isPresent();
        return action.isPresent() && allowed
                ? new FirstResponse.Show(action.get().form(id, request.get()))
                : verbs.deferral(id);
    }

    private boolean mayClick(ActionRequest request, ChatAccount from) {
        return soon(from)
                .filter(person -> Interpreter.mayClick(request, person))
                .isPresent();
    }

    private Optional<Person> person(ChatAccount account) {
        return known(identities.identify(account));
    }

    /** The person, unless the platform takes too long to say: the first response must not wait for it. */
    private Optional<Person> soon(ChatAccount account) {
        return identities.identify(account, LONGEST_TO_IDENTIFY).flatMap(InboxDispatcher::known);
    }

    private static Optional<Person> known(Identification identification) {
        return identification instanceof Identification.Known(Person person) ? Optional.of(person) : Optional.empty();
    }

    @Override
    public List<Completion> complete(ChatAccount account, String line) {
        return person(account).map(person -> completer.complete(line, person)).orElse(List.of());
    }

    @Override
    public List<Completion> complete(ChatAccount account, String path, String argument, String typed) {
        return soon(account)
                .flatMap(person -> catalogue
                        .find(path)
                        .filter(command -> command.spec().allows(person))
                        .map(command -> completer.values(command.spec(), argument, typed, person)))
                .orElse(List.of());
    }

    @Override
    public List<Entry> commands() {
        return entries(catalogue.all());
    }

    @Override
    public List<Entry> commandsFor(ChatAccount account) {
        return person(account).map(catalogue::usableBy).map(this::entries).orElse(List.of());
    }

    private List<Entry> entries(List<Command<?>> commands) {
        return commands.stream()
                .map(Command::spec)
                .map(spec -> new Entry(spec.path(), text("command." + spec.key()), forms.empty(spec)))
                .toList();
    }
}
