package dev.hallm.bot.operation;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.tenant.Quantity;
import dev.hallm.bot.tenant.Range;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** People, sizes and operations that tests are about. */
public final class Samples {
    /** Asks for tenants. */
    public static final ChatAccount ANA = account("ana");

    /** Two who may approve. */
    public static final ChatAccount BO = account("bo");

    public static final ChatAccount CY = account("cy");

    /** Owns what Ana asks for. */
    public static final ChatAccount OLA = account("ola");

    /** The size of every sample. */
    public static final StackSize STANDARD = new StackSize(
            "standard",
            Range.parse("4..8"),
            Range.parse("8Gi..16Gi"),
            Quantity.parse("100Gi"),
            1,
            List.of("llama3:8b"),
            Map.of());

    /** Less of everything. */
    public static final StackSize SMALL = new StackSize(
            "small", Range.parse("1..2"), Range.parse("4Gi..8Gi"), Quantity.parse("50Gi"), 0, List.of(), Map.of());

    private Samples() {}

    public static ChatAccount account(String user) {
        return new ChatAccount("console", "local", user);
    }

    public static Person approver(ChatAccount account) {
        return new Person(account, account.user(), Set.of(Role.APPROVER));
    }

    /** Ana asks for a tenant that Ola will own. */
    public static Operation.Provision provision(String tenant) {
        return new Operation.Provision(new TenantName(tenant), OLA, ANA, STANDARD, "Pilot for building 7");
    }
}
