package dev.hallm.bot.cluster;

import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import java.util.List;

/** The acceptance test of a tenant: one look at what its owner will rely on. Answers within seconds, whatever is away. */
public interface TenantChecks {
    /** What the bot has made: both services, the GPU and the network's isolation. */
    List<Finding> inside(TenantName tenant, StackSize size);

    /** What others make of it, which may take hours: the hosts' names and certificates. */
    List<Finding> outside(TenantName tenant);

    /** What is looked at, in the order of the scorecard. */
    enum Check {
        DNS,
        CERTIFICATE,
        HOME_ASSISTANT,
        OLLAMA,
        GPU,
        ISOLATION
    }

    /** What came of it. */
    enum State {
        OK,
        /** Not yet; nobody has to do anything. */
        PENDING,
        FAILED,
        /** There is nothing to look at. */
        NOT_APPLICABLE
    }

    /** One line of the scorecard; the evidence is in plain words and without secrets. */
    record Finding(Check check, State state, String evidence) {}
}
