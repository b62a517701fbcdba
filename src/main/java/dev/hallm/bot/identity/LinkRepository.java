package dev.hallm.bot.identity;

import dev.hallm.bot.identity.LinkOffer.State;
import dev.hallm.bot.storage.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Codes, wrong guesses and offers in the database. */
@Repository
class LinkRepository {
    private final JdbcClient jdbc;

    LinkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A code as stored. */
    record StoredCode(ChatAccount giver, boolean used, Instant expiresAt) {}

    /** Keeps the account's code in place of an older one. */
    void replaceCode(ChatAccount giver, LinkCode code, Instant expiresAt) {
        boolean kept = overwrite(giver, code, expiresAt) || insert(giver, code, expiresAt);
        if (!kept && !overwrite(giver, code, expiresAt)) {
            throw new IllegalStateException("the code of " + giver + " could not be kept");
        }
    }

    private boolean overwrite(ChatAccount giver, LinkCode code, Instant expiresAt) {
        return jdbc.sql("update link_code set digest = ?, used = false, expires_at = ? where account = ?")
                        .params(code.digest(), Timestamps.param(expiresAt), giver.toString())
                        .update()
                == 1;
    }

    private boolean insert(ChatAccount giver, LinkCode code, Instant expiresAt) {
        return jdbc.sql("""
                        insert into link_code (account, digest, used, expires_at) values (?, ?, false, ?)
                        on conflict do nothing""")
                        .params(giver.toString(), code.digest(), Timestamps.param(expiresAt))
                        .update()
                == 1;
    }

    Optional<StoredCode> findCode(LinkCode code) {
        return jdbc.sql("select * from link_code where digest = ?")
                .param(code.digest())
                .query((row, number) -> new StoredCode(
                        ChatAccount.parse(row.getString("account")),
                        row.getBoolean("used"),
                        Timestamps.read(row, "expires_at")))
                .optional();
    }

    /** Uses a code up: true for one caller only. */
    boolean useUp(LinkCode code) {
        return jdbc.sql("update link_code set used = true where digest = ? and used = false")
                        .param(code.digest())
                        .update()
                == 1;
    }

    void forgetGuessesUntil(ChatAccount account, Instant time) {
        jdbc.sql("delete from link_guess where account = ? and at <= ?")
                .params(account.toString(), Timestamps.param(time))
                .update();
    }

    /** Takes one of the account's places for guesses; empty when all are taken. */
    OptionalInt takePlace(ChatAccount account, int places, Instant now) {
        return IntStream.range(0, places)
                .filter(place ->
                        jdbc.sql("insert into link_guess (account, place, at) values (?, ?, ?) on conflict do nothing")
                                        .params(account.toString(), place, Timestamps.param(now))
                                        .update()
                                == 1)
                .findFirst();
    }

    void freePlace(ChatAccount account, int place) {
        jdbc.sql("delete from link_guess where account = ? and place = ?")
                .params(account.toString(), place)
                .update();
    }

    /** The time of the account's oldest guess that is remembered. */
    Optional<Instant> oldestGuess(ChatAccount account) {
        return jdbc.sql("select at from link_guess where account = ? order by at limit 1")
                .param(account.toString())
                .query((row, number) -> Timestamps.read(row, "at"))
                .optional();
    }

    void insert(LinkOffer offer) {
        jdbc.sql("""
                        insert into link_offer (id, giver, taker, giver_confirmed, taker_confirmed, state, version,
                                                expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        offer.id(),
                        offer.giver().toString(),
                        offer.taker().toString(),
                        offer.giverConfirmed(),
                        offer.takerConfirmed(),
                        offer.state().name(),
                        offer.version(),
                        Timestamps.param(offer.expiresAt()))
                .update();
    }

    Optional<LinkOffer> findOffer(String id) {
        return jdbc.sql("select * from link_offer where id = ?")
                .param(id)
                .query((row, number) -> offer(row))
                .optional();
    }

    /** Takes an open offer from the version that was read to what it is now: the one compare-and-set. */
    boolean decide(LinkOffer now) {
        return jdbc.sql("""
                        update link_offer
                        set giver_confirmed = ?, taker_confirmed = ?, state = ?, version = version + 1
                        where id = ? and version = ? and state = 'OPEN'""")
                        .params(
                                now.giverConfirmed(),
                                now.takerConfirmed(),
                                now.state().name(),
                                now.id(),
                                now.version())
                        .update()
                == 1;
    }

    /** Ends an offer whose accounts turned out not to fit together. */
    void close(LinkOffer offer) {
        jdbc.sql("update link_offer set state = 'REFUSED' where id = ?")
                .param(offer.id())
                .update();
    }

    void forgetOffersUntil(Instant time) {
        jdbc.sql("delete from link_offer where expires_at <= ?")
                .param(Timestamps.param(time))
                .update();
    }

    private static LinkOffer offer(ResultSet row) throws SQLException {
        return new LinkOffer(
                row.getString("id"),
                ChatAccount.parse(row.getString("giver")),
                ChatAccount.parse(row.getString("taker")),
                row.getBoolean("giver_confirmed"),
                row.getBoolean("taker_confirmed"),
                State.valueOf(row.getString("state")),
                row.getInt("version"),
                Timestamps.read(row, "expires_at"));
    }
}
