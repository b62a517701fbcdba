package dev.hallm.bot.operation;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A change of one tenant, decided before it is done; stored as JSON with a stable {@code kind}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public sealed interface Operation {
    /** The kinds whose way a checklist shows; what has none gets a card of its own once it fails. */
    Set<String> WITH_CHECKLIST = Set.of(Provision.KIND);

    TenantName tenant();

    /** The stable word for this operation in the database, policies and the journal. */
    String kind();

    /** Who asked for it. */
    ChatAccount requester();

    default boolean hasChecklist() {
        return WITH_CHECKLIST.contains(kind());
    }

    /** Why, in the words of whoever asked; empty when none were given. */
    String reason();

    /**
     * Makes a tenant: namespace, quota, stack, ingress, welcome.
     *
     * @param requester who asked; neither that person nor the owner may approve it
     * @param mail where the owner wants the welcome by mail, null for nowhere; operations of before have none
     */
    @JsonTypeName(Provision.KIND)
    record Provision(
            TenantName tenant,
            ChatAccount owner,
            ChatAccount requester,
            StackSize size,
            String reason,
            @Nullable MailAddress mail)
            implements Operation {
        public static final String KIND = "provision";

        /** The same wish with another size. */
        public Provision withSize(StackSize other) {
            return new Provision(tenant, owner, requester, other, reason, mail);
        }

        /** One whose owner wants no mail. */
        public Provision(TenantName tenant, ChatAccount owner, ChatAccount requester, StackSize size, String reason) {
            this(tenant, owner, requester, size, reason, null);
        }

        @Override
        public String kind() {
            return KIND;
        }
    }

    /** Makes the owner's old kubeconfigs and the ingress' old password worthless; Home Assistant's own stays. */
    @JsonTypeName("rotate-credentials")
    record RotateCredentials(TenantName tenant, ChatAccount owner, ChatAccount requester, String reason)
            implements Operation {
        /** Those of before have no reason. */
        public RotateCredentials {
            reason = Objects.requireNonNullElse(reason, "");
        }

        /** One that nobody gave a reason for. */
        public RotateCredentials(TenantName tenant, ChatAccount owner, ChatAccount requester) {
            this(tenant, owner, requester, "");
        }

        @Override
        public String kind() {
            return "rotate-credentials";
        }
    }
}
