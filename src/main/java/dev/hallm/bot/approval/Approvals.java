package dev.hallm.bot.approval;

import dev.hallm.bot.approval.Request.State;
import dev.hallm.bot.approval.Request.Vote;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.operation.ApprovalGate;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.storage.Ids;
import dev.hallm.bot.tenant.TenantName;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens requests and counts votes. A decision, what it starts and what it posts commit together. */
@Service
public class Approvals implements ApprovalGate {
    private final RequestRepository requests;
    private final ApprovalSettings settings;
    private final Electorate electorate;
    private final Operations operations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Approvals(
            RequestRepository requests,
            ApprovalSettings settings,
            Electorate electorate,
            Operations operations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.settings = settings;
        this.electorate = electorate;
        this.operations = operations;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Verdict ask(Operation operation, ChatAccount requester) {
        if (settings.count() == 0 || isOwnersToDecide(operation)) {
            return new Verdict.Free();
        }
        Request request = newRequest(operation, requester);
        if (!requests.open(request)) {
            return new Verdict.AlreadyAsked(requests.waitingFor(operation.tenant(), operation.kind()));
        }
        events.publishEvent(new RequestEvent.Opened(request));
        return new Verdict.NeedsApproval(request.id());
    }

    private Request newRequest(Operation operation, ChatAccount requester) {
        Instant now = clock.instant();
        return new Request(
                Ids.unique(),
                operation,
                requester,
                ownerIn(operation),
                settings.count(),
                settings.from(),
                State.PENDING,
                0,
                now,
                now.plus(settings.expires()),
                null,
                List.of());
    }

    /** What takes no resources and can only be asked for by an admin or the owner. */
    private static boolean isOwnersToDecide(Operation operation) {
        return switch (operation) {
            case Operation.Provision _ -> false;
            case Operation.RotateCredentials _ -> true;
        };
    }

    private static ChatAccount ownerIn(Operation operation) {
        return switch (operation) {
            case Operation.Provision p -> p.owner();
            case Operation.RotateCredentials r -> r.owner();
        };
    }

    public Optional<Request> find(String id) {
        return requests.find(id);
    }

    /** Requests that wait, the oldest first; at most 100. */
    public List<Request> pending() {
        return requests.pending();
    }

    /** Whether somebody already asked for this tenant to be made. */
    public boolean isRequested(TenantName tenant) {
        return requests.pendingFor(tenant, "provision").isPresent();
    }

    /** How many tenants the person of these accounts would own if all requests that wait were approved. */
    public long requestedFor(Set<ChatAccount> owner) {
        return requests.pendingOf(owner);
    }

    @Transactional
    public VoteResult approve(String id, Person by) {
        return vote(id, by, true, "");
    }

    /** Denies with a reason, which the requester is told. */
    @Transactional
    public VoteResult deny(String id, Person by, String reason) {
        return vote(id, by, false, reason);
    }

    /** Ends what nobody decided in time. */
    @Transactional
    public void expireOverdue() {
        Instant now = clock.instant();
        requests.overdue(now).stream()
                .filter(request -> requests.decide(request, State.EXPIRED, now))
                .forEach(request -> events.publishEvent(new RequestEvent.Decided(request.decided(State.EXPIRED, now))));
    }

    private VoteResult vote(String id, Person by, boolean approves, String reason) {
        Optional<Request> found = requests.find(id);
        if (found.isEmpty()) {
            return new VoteResult.Unknown();
        }
        Request request = found.get();
        var vote = new Vote(by.account(), approves, reason, clock.instant(), electorate.accountsOf(by.account()));
        return refusal(request, by, vote)
                .or(() -> count(request, vote))
                .orElseGet(() -> vote(id, by, approves, reason));
    }

    private Optional<VoteResult> refusal(Request request, Person by, Vote vote) {
        if (!by.has(request.voters())) {
            return Optional.of(new VoteResult.NotAVoter(request));
        }
        if (electorate.isOwn(request, vote)) {
            return Optional.of(new VoteResult.OwnRequest(request));
        }
        if (request.state() != State.PENDING || !clock.instant().isBefore(request.expiresAt())) {
            return Optional.of(new VoteResult.Closed(request));
        }
        if (electorate.isRepeated(request, vote)) {
            return Optional.of(new VoteResult.Repeated(request));
        }
        return electorate.mistakable(request, vote).map(other -> new VoteResult.Unlinked(request, other));
    }

    /** Empty when another vote was faster: what this one means has to be looked at anew. */
    private Optional<VoteResult> count(Request request, Vote vote) {
        Request voted = request.withVote(vote);
        State to = stateAfter(voted, vote);
        if (!requests.decide(request, to, vote.at())) {
            return Optional.empty();
        }
        requests.insert(request.id(), vote);
        Request now = to == State.PENDING ? voted : voted.decided(to, vote.at());
        publish(now);
        return Optional.of(new VoteResult.Counted(now));
    }

    private State stateAfter(Request voted, Vote vote) {
        if (!vote.approves()) {
            return State.DENIED;
        }
        return electorate.approvals(voted) >= voted.needed() ? State.APPROVED : State.PENDING;
    }

    private void publish(Request request) {
        if (request.state() == State.PENDING) {
            events.publishEvent(new RequestEvent.Voted(request));
            return;
        }
        if (request.state() == State.APPROVED) {
            operations.startApproved(request.operation(), request.id());
        }
        events.publishEvent(new RequestEvent.Decided(request));
    }
}
