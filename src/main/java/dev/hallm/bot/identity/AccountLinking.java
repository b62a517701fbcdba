package dev.hallm.bot.identity;

import dev.hallm.bot.identity.LinkOffer.State;
import dev.hallm.bot.identity.LinkRepository.StoredCode;
import dev.hallm.bot.storage.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Joins accounts of two platforms into one person: a one-time code shows that somebody sits on both sides, and both
 * sides confirm whom they see. Code, confirmations and link are compare-and-set, so that of two at once one counts.
 */
@Service
public class AccountLinking {
    /** How long a code can be entered, and what came of it confirmed. */
    public static final Duration VALID = Duration.ofMinutes(15);

    private static final int MOST_WRONG = 5;
    private static final Duration WRONG_COUNT_FOR = Duration.ofMinutes(15);
    private static final Duration OFFERS_KEPT = Duration.ofDays(1);

    private final LinkRepository repository;
    private final LinkedAccounts links;
    private final Clock clock;

    AccountLinking(LinkRepository repository, LinkedAccounts links, Clock clock) {
        this.repository = repository;
        this.links = links;
        this.clock = clock;
    }

    /** A code that was just made. */
    public record Issued(LinkCode code, Instant expiresAt) {}

    /** Makes a code, which replaces the account's older one. */
    @Transactional
    public Issued newCode(ChatAccount giver) {
        Instant now = clock.instant();
        var issued = new Issued(LinkCode.random(), now.plus(VALID));
        repository.forgetOffersUntil(now.minus(OFFERS_KEPT));
        repository.replaceCode(giver, issued.code(), issued.expiresAt());
        return issued;
    }

    /** Enters the code of an account on another platform and uses it up. */
    @Transactional
    public LinkEntry enter(ChatAccount taker, LinkCode code) {
        Instant now = clock.instant();
        repository.forgetGuessesUntil(taker, now.minus(WRONG_COUNT_FOR));
        OptionalInt place = repository.takePlace(taker, MOST_WRONG, now);
        if (place.isEmpty()) {
            Instant oldest = repository.oldestGuess(taker).orElse(now);
            return new LinkEntry.TooMany(oldest.plus(WRONG_COUNT_FOR));
        }
        LinkEntry entry = tried(taker, code, now);
        if (!isGuess(entry)) {
            repository.freePlace(taker, place.getAsInt());
        }
        return entry;
    }

    private static boolean isGuess(LinkEntry entry) {
        return switch (entry) {
            case LinkEntry.Unknown _, LinkEntry.Expired _, LinkEntry.Used _, LinkEntry.TooMany _ -> true;
            case LinkEntry.Offered _, LinkEntry.SamePlatform _, LinkEntry.LinkedAlready _, LinkEntry.Taken _ -> false;
        };
    }

    private LinkEntry tried(ChatAccount taker, LinkCode code, Instant now) {
        return repository
                .findCode(code)
                .map(stored -> refusal(stored, taker, now).orElseGet(() -> use(code, stored, taker)))
                .orElseGet(LinkEntry.Unknown::new);
    }

    private Optional<LinkEntry> refusal(StoredCode stored, ChatAccount taker, Instant now) {
        ChatAccount giver = stored.giver();
        if (stored.used()) {
            return Optional.of(new LinkEntry.Used());
        }
        if (!now.isBefore(stored.expiresAt())) {
            return Optional.of(new LinkEntry.Expired());
        }
        if (giver.platform().equals(taker.platform())) {
            return Optional.of(new LinkEntry.SamePlatform());
        }
        Set<ChatAccount> givers = links.accountsOf(giver);
        if (givers.contains(taker)) {
            return Optional.of(new LinkEntry.LinkedAlready(giver));
        }
        return LinkedAccounts.sharePlatform(givers, links.accountsOf(taker))
                ? Optional.of(new LinkEntry.Taken(giver))
                : Optional.empty();
    }

    private LinkEntry use(LinkCode code, StoredCode stored, ChatAccount taker) {
        if (!repository.useUp(code)) {
            return new LinkEntry.Used();
        }
        var offer = new LinkOffer(Ids.unique(), stored.giver(), taker, false, false, State.OPEN, 0, stored.expiresAt());
        repository.insert(offer);
        return new LinkEntry.Offered(offer);
    }

    public Optional<LinkOffer> findOffer(String id) {
        return repository.findOffer(id);
    }

    /** Confirms for one side; with the second side's word the link is made. */
    @Transactional
    public LinkDecision confirm(String id, ChatAccount by) {
        Optional<LinkOffer> found = repository.findOffer(id).filter(offer -> offer.concerns(by));
        if (found.isEmpty()) {
            return new LinkDecision.Stale();
        }
        LinkOffer read = found.get();
        if (!read.isOpenAt(clock.instant())) {
            return ended(read);
        }
        LinkOffer confirmed = read.confirmedBy(by);
        if (confirmed.equals(read)) {
            return new LinkDecision.Waiting(read);
        }
        return decide(confirmed).orElseGet(() -> confirm(id, by));
    }

    /** Empty when the other side was faster: what this word means has to be looked at anew. */
    private Optional<LinkDecision> decide(LinkOffer confirmed) {
        if (!confirmed.isConfirmed()) {
            return repository.decide(confirmed) ? Optional.of(new LinkDecision.Waiting(confirmed)) : Optional.empty();
        }
        LinkOffer linked = confirmed.in(State.LINKED);
        if (!repository.decide(linked)) {
            return Optional.empty();
        }
        if (links.link(linked.giver(), linked.taker())) {
            return Optional.of(new LinkDecision.Linked(linked));
        }
        repository.close(linked);
        return Optional.of(new LinkDecision.Taken(linked.in(State.REFUSED)));
    }

    /** A link that was removed since is as stale as a refused one. */
    private LinkDecision ended(LinkOffer offer) {
        boolean linked =
                offer.state() == State.LINKED && links.accountsOf(offer.giver()).contains(offer.taker());
        return linked ? new LinkDecision.LinkedBefore(offer) : new LinkDecision.Stale();
    }

    /** Refuses for one side, which ends it for both. */
    @Transactional
    public LinkDecision refuse(String id, ChatAccount by) {
        Optional<LinkOffer> found = repository.findOffer(id).filter(offer -> offer.concerns(by));
        if (found.isEmpty()) {
            return new LinkDecision.Stale();
        }
        LinkOffer read = found.get();
        if (!read.isOpenAt(clock.instant())) {
            return ended(read);
        }
        LinkOffer refused = read.in(State.REFUSED);
        return repository.decide(refused) ? new LinkDecision.Refused(refused) : refuse(id, by);
    }

    /** Makes the account a person of its own again; the accounts that it was linked to. */
    @Transactional
    public Set<ChatAccount> remove(ChatAccount account) {
        return links.unlink(account);
    }
}
