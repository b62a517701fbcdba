package dev.hallm.bot.approval;

import dev.hallm.bot.approval.Request.Needs;
import dev.hallm.bot.approval.Request.State;
import dev.hallm.bot.approval.Request.Vote;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.operation.ApprovalGate;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.storage.Ids;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens requests, counts votes and ends requests. A decision, what it starts and what it posts commit together. */
@Service
public class Approvals implements ApprovalGate {
    private final RequestRepository requests;
    private final Requirements requirements;
    private final Electorate electorate;
    private final Recheck recheck;
    private final Reminders reminders;
    private final Operations operations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Approvals(
            RequestRepository requests,
            Requirements requirements,
            Electorate electorate,
            Recheck recheck,
            Reminders reminders,
            Operations operations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.requirements = requirements;
        this.electorate = electorate;
        this.recheck = recheck;
        this.reminders = reminders;
        this.operations = operations;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Verdict ask(Operation operation, ChatAccount requester) {
        return switch (requirements.of(operation, requester)) {
            case Requirements.Answer.Nobody _ -> new Verdict.Free();
            case Requirements.Answer.Silent _ -> new Verdict.NeedsReason();
            case Requirements.Answer.Unreachable(Requirement needs, int able) ->
                new Verdict.Unreachable(needs.from(), needs.rule(), needs.count(), able);
            case Requirements.Answer.Approvers(Requirement needs) -> open(operation, requester, needs);
        };
    }

    private Verdict open(Operation operation, ChatAccount requester, Requirement needs) {
        Request request = newRequest(operation, requester, needs);
        if (!requests.open(request)) {
            return new Verdict.AlreadyAsked(requests.waitingFor(operation.tenant(), operation.kind()));
        }
        reminders.plan(request, needs);
        events.publishEvent(new RequestEvent.Opened(request));
        return new Verdict.NeedsApproval(request.id());
    }

    private Request newRequest(Operation operation, ChatAccount requester, Requirement needs) {
        Instant now = clock.instant();
        return new Request(
                Ids.unique(),
                operation,
                operation,
                requester,
                Requirements.ownerIn(operation),
                Needs.of(needs),
                State.PENDING,
                0,
                now,
                now.plus(needs.expires()),
                null,
                List.of(),
                List.of());
    }

    public Optional<Request> find(String id) {
        return requests.find(id);
    }

    /** Requests that wait, the oldest first; at most 100. */
    public List<Request> pending() {
        return requests.pending();
    }

    /** What any of the accounts asked for, the newest first; at most 20. */
    public List<Request> askedBy(Set<ChatAccount> requester) {
        return requests.askedBy(requester);
    }

    /** Whether somebody already asked for this tenant to be made. */
    public boolean isRequested(TenantName tenant) {
        return requests.pendingFor(tenant, Operation.Provision.KIND).isPresent();
    }

    /** How many tenants the person of these accounts would own if all requests that wait were approved. */
    public long requestedFor(Set<ChatAccount> owner) {
        return requests.pendingOf(owner);
    }

    /** Who could still decide, as far as they are known. */
    public List<ChatAccount> voters(Request request) {
        return requirements.voters(request);
    }

    /** Whether enough people are left to decide it, as far as they are known. */
    public boolean isReachable(Request request) {
        return requirements.isReachable(request);
    }

    /** Approves whatever the request is about now. */
    @Transactional
    public VoteResult approve(String id, Person by) {
        return vote(id, by, new Ballot.Approval(null, false));
    }

    /**
     * Approves what the voter saw.
     *
     * @param seen the size of then
     */
    @Transactional
    public VoteResult approve(String id, Person by, String seen) {
        return vote(id, by, new Ballot.Approval(seen, false));
    }

    /**
     * The same by somebody who knows that it does not fit into what is free.
     *
     * @param seen the size of then, null for whatever it is now
     */
    @Transactional
    public VoteResult approveAnyway(String id, Person by, @Nullable String seen) {
        return vote(id, by, new Ballot.Approval(seen, true));
    }

    /**
     * Approves less than what the voter saw. Earlier votes were for something else and count no more.
     *
     * @param seen the size of then
     */
    @Transactional
    public VoteResult approveLess(String id, Person by, String seen, StackSize size) {
        return vote(id, by, new Ballot.Lowering(seen, size));
    }

    /** Denies with a reason, which the requester is told. */
    @Transactional
    public VoteResult deny(String id, Person by, String reason) {
        return vote(id, by, new Ballot.Denial(reason));
    }

    /** Takes the requester's own wish back; of this and a decision at the same moment, one wins. */
    @Transactional
    public WithdrawResult withdraw(String id, Person by) {
        Optional<Request> found = requests.find(id);
        if (found.isEmpty()) {
            return new WithdrawResult.Unknown();
        }
        Request request = found.get();
        if (!by.is(request.requester())) {
            return new WithdrawResult.NotYours(request);
        }
        Instant now = clock.instant();
        if (!request.isOpenAt(now)) {
            return new WithdrawResult.Closed(request);
        }
        Request withdrawn = request.decided(State.WITHDRAWN, now);
        if (!requests.decide(request, withdrawn, now)) {
            return withdraw(id, by);
        }
        events.publishEvent(new RequestEvent.Decided(withdrawn));
        return new WithdrawResult.Withdrawn(withdrawn);
    }

    /** Ends what nobody decided in time. */
    @Transactional
    public void expireOverdue() {
        Instant now = clock.instant();
        requests.overdue(now).stream()
                .filter(request -> requests.decide(request, request.decided(State.EXPIRED, now), now))
                .forEach(request -> events.publishEvent(new RequestEvent.Decided(request.decided(State.EXPIRED, now))));
    }

    private VoteResult vote(String id, Person by, Ballot ballot) {
        Optional<Request> found = requests.find(id);
        if (found.isEmpty()) {
            return new VoteResult.Unknown();
        }
        Request request = found.get();
        Vote vote = ballot.cast(by.account(), clock.instant(), electorate.accountsOf(by.account()));
        return refusal(request, by, vote)
                .or(() -> ballot.misfit(request))
                .or(() -> repeated(ballot.on(request), vote))
                .or(() -> count(request, ballot.on(request), vote, ballot.anyway()))
                .orElseGet(() -> vote(id, by, ballot));
    }

    private Optional<VoteResult> refusal(Request request, Person by, Vote vote) {
        if (!by.has(request.voters())) {
            return Optional.of(new VoteResult.NotAVoter(request));
        }
        if (electorate.isOwn(request, vote)) {
            return Optional.of(new VoteResult.OwnRequest(request));
        }
        if (!request.isOpenAt(clock.instant())) {
            return Optional.of(new VoteResult.Closed(request));
        }
        return electorate.mistakable(request, vote).map(other -> new VoteResult.Unlinked(request, other));
    }

    private Optional<VoteResult> repeated(Request terms, Vote vote) {
        return electorate.isRepeated(terms, vote) ? Optional.of(new VoteResult.Repeated(terms)) : Optional.empty();
    }

    private Optional<VoteResult> count(Request read, Request terms, Vote vote, boolean anyway) {
        Request voted = terms.withVote(vote);
        if (!vote.approves()) {
            return settle(read, voted.decided(State.DENIED, vote.at()), vote);
        }
        return isComplete(voted)
                ? switch (recheck.of(voted)) {
                    case Recheck.Result.Unclear(ChatAccount earlier) ->
                        Optional.of(new VoteResult.Unclear(read, earlier));
                    case Recheck.Result.Known(Request now) when !isComplete(now) -> settle(read, now, vote);
                    case Recheck.Result.Known _
                    when !anyway && !recheck.fits(terms.operation()) -> Optional.of(new VoteResult.NoRoom(read));
                    case Recheck.Result.Known(Request now) ->
                        settle(read, now.decided(State.APPROVED, vote.at()), vote);
                }
                : settle(read, voted, vote);
    }

    private boolean isComplete(Request voted) {
        return electorate.approvals(voted) >= voted.needed();
    }

    /** Empty when another vote was faster: what this one means has to be looked at anew. */
    private Optional<VoteResult> settle(Request read, Request now, Vote vote) {
        if (!requests.decide(read, now, vote.at())) {
            return Optional.empty();
        }
        if (!now.operation().equals(read.operation())) {
            requests.forgetVotes(read.id());
            events.publishEvent(new RequestEvent.Lowered(now, read.operation(), vote.by()));
        }
        requests.insert(read.id(), vote);
        requests.keepVotes(now);
        publish(now);
        return Optional.of(new VoteResult.Counted(now));
    }

    private void publish(Request request) {
        if (request.isPending()) {
            events.publishEvent(new RequestEvent.Voted(request));
            return;
        }
        if (request.state() == State.APPROVED) {
            operations.startApproved(request.operation(), request.id());
        }
        events.publishEvent(new RequestEvent.Decided(request));
    }
}
