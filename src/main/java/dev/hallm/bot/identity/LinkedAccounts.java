package dev.hallm.bot.identity;

import dev.hallm.bot.storage.Ids;
import dev.hallm.bot.storage.Timestamps;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which accounts are one person: at most one on each platform. An account that is linked to none is a person of its
 * own.
 */
@Repository
public class LinkedAccounts {
    private final JdbcClient jdbc;
    private final Clock clock;

    LinkedAccounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All accounts of the person whose account this is, itself included; one look at an index. */
    public Set<ChatAccount> accountsOf(ChatAccount account) {
        List<ChatAccount> linked = jdbc.sql("""
                        select other.account from linked_account mine
                        join linked_account other on other.person = mine.person
                        where mine.account = ?""")
                .param(account.toString())
                .query((row, number) -> ChatAccount.parse(row.getString("account")))
                .list();
        return Stream.concat(Stream.of(account), linked.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Makes two people one. Needs a transaction.
     *
     * @return false, with nothing changed, when both have an account on the same platform
     */
    boolean link(ChatAccount one, ChatAccount other) {
        waitForTurn();
        Set<ChatAccount> ones = accountsOf(one);
        Set<ChatAccount> others = accountsOf(other);
        if (ones.contains(other)) {
            return true;
        }
        if (sharePlatform(ones, others)) {
            return false;
        }
        replace(Stream.concat(ones.stream(), others.stream()).toList());
        return true;
    }

    /**
     * Makes an account a person of its own again. Needs a transaction.
     *
     * @return the accounts that it was linked to
     */
    Set<ChatAccount> unlink(ChatAccount account) {
        waitForTurn();
        Set<ChatAccount> left = accountsOf(account).stream()
                .filter(other -> !other.equals(account))
                .collect(Collectors.toUnmodifiableSet());
        delete(account);
        if (left.size() == 1) {
            left.forEach(this::delete);
        }
        return left;
    }

    /** Whether two people have an account each on one platform, so that they cannot be one. */
    static boolean sharePlatform(Collection<ChatAccount> ones, Collection<ChatAccount> others) {
        return ones.stream()
                .anyMatch(one ->
                        others.stream().anyMatch(other -> other.platform().equals(one.platform())));
    }

    /** Links are rare, so one at a time is enough, and the check before a change cannot be overtaken. */
    private void waitForTurn() {
        jdbc.sql("insert into link_turn (id) values (1) on conflict do nothing").update();
        jdbc.sql("select id from link_turn where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    private void replace(Collection<ChatAccount> accounts) {
        String person = Ids.unique();
        accounts.forEach(this::delete);
        accounts.forEach(account -> jdbc.sql(
                        "insert into linked_account (account, person, platform, linked_at) values (?, ?, ?, ?)")
                .params(account.toString(), person, account.platform(), Timestamps.param(clock.instant()))
                .update());
    }

    private void delete(ChatAccount account) {
        jdbc.sql("delete from linked_account where account = ?")
                .param(account.toString())
                .update();
    }
}
