package dev.hallm.bot.approval;

import dev.hallm.bot.approval.Request.Vote;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.LinkedAccounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells people apart who may have several accounts: one person has one vote, and none about an own request. */
@Component
class Electorate {
    private final LinkedAccounts links;

    Electorate(LinkedAccounts links) {
        this.links = links;
    }

    Set<ChatAccount> accountsOf(ChatAccount account) {
        return links.accountsOf(account);
    }

    /** Whether the voter asked for it or would own it, from whichever account. */
    boolean isOwn(Request request, Vote vote) {
        return vote.accounts().contains(request.requester()) || vote.accounts().contains(request.owner());
    }

    /** Whether the voter's word is there already; what was one person at its vote stays one. */
    boolean isRepeated(Request request, Vote vote) {
        return request.votes().stream().anyMatch(before -> before.isBy(vote.accounts()));
    }

    /** The requester or owner who may be the voter, for all that anybody can tell. */
    Optional<ChatAccount> mistakable(Request request, Vote vote) {
        return Stream.of(request.requester(), request.owner())
                .filter(_ -> request.needs().requireLinked())
                .filter(other -> !areApart(vote.accounts(), accountsOf(other)))
                .findFirst();
    }

    /** Nobody has two accounts on one platform, so two there are two people. */
    private static boolean areApart(Set<ChatAccount> ones, Set<ChatAccount> others) {
        return ones.stream()
                .anyMatch(one -> others.stream()
                        .anyMatch(other -> one.platform().equals(other.platform()) && !one.equals(other)));
    }

    /** Approvals by different people as known now: accounts may have been linked since the first of them. */
    long approvals(Request request) {
        List<Set<ChatAccount>> people = new ArrayList<>();
        request.votes().stream()
                .filter(Vote::approves)
                .map(this::asKnownNow)
                .filter(vote -> !isOwn(request, vote))
                .filter(vote -> people.stream().noneMatch(vote::isBy))
                .forEach(vote -> people.add(vote.accounts()));
        return people.size();
    }

    private Vote asKnownNow(Vote vote) {
        Set<ChatAccount> accounts = Stream.concat(vote.accounts().stream(), accountsOf(vote.by()).stream())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
        return new Vote(vote.by(), vote.approves(), vote.reason(), vote.at(), accounts);
    }
}
