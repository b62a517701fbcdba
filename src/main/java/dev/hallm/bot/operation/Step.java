package dev.hallm.bot.operation;

import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import org.jspecify.annotations.Nullable;

/** One idempotent part of an operation. */
public sealed interface Step {
    TenantName tenant();

    /** The item of the checklist that it belongs to. */
    ChecklistItem item();

    /** Its name in the journal. */
    default String word() {
        return getClass().getSimpleName();
    }

    /** The namespace with labels and annotations. */
    record EnsureNamespace(TenantName tenant, ChatAccount owner, StackSize size) implements Step {
        @Override
        public ChecklistItem item() {
            return ChecklistItem.NAMESPACE;
        }
    }

    /** Network policies, quota and LimitRange, in force. */
    record ApplyQuota(TenantName tenant, StackSize size) implements Step {
        @Override
        public ChecklistItem item() {
            return ChecklistItem.QUOTA;
        }
    }

    /** The Helm release, ingress closed. */
    record InstallStack(TenantName tenant, StackSize size) implements Step {
        @Override
        public ChecklistItem item() {
            return ChecklistItem.STACK;
        }
    }

    /** Both workloads ready. */
    record AwaitStack(TenantName tenant) implements Step {
        @Override
        public ChecklistItem item() {
            return ChecklistItem.STACK;
        }
    }

    /** Home Assistant's first account, before anybody can reach it. */
    record SecureFirstLogin(TenantName tenant) implements Step {
        @Override
        public ChecklistItem item() {
            return ChecklistItem.FIRST_LOGIN;
        }
    }

    /** The account that the owner's kubeconfigs are of. */
    record EnsureOwnerAccount(TenantName tenant) implements Step {
        @Override
        public ChecklistItem item() {
            return ChecklistItem.CREDENTIALS;
        }
    }

    /** The login that guards the ingress; before the ingress opens. */
    record EnsureIngressLogin(TenantName tenant) implements Step {
        @Override
        public ChecklistItem item() {
            return ChecklistItem.CREDENTIALS;
        }
    }

    /** The owner's account and its kubeconfigs gone. */
    record RevokeOwnerAccount(TenantName tenant) implements Step {
        @Override
        public ChecklistItem item() {
            return ChecklistItem.CREDENTIALS;
        }
    }

    /** Another password at the ingress. */
    record RenewIngressLogin(TenantName tenant) implements Step {
        @Override
        public ChecklistItem item() {
            return ChecklistItem.CREDENTIALS;
        }
    }

    /** Owner and requester know that the credentials are new, and what the bot did not make. */
    record TellRotated(TenantName tenant, ChatAccount owner, ChatAccount requester) implements Step {
        @Override
        public ChecklistItem item() {
            return ChecklistItem.CREDENTIALS;
        }
    }

    /** The ingresses, last. */
    record OpenIngress(TenantName tenant, StackSize size) implements Step {
        @Override
        public ChecklistItem item() {
            return ChecklistItem.INGRESS;
        }
    }

    /** The acceptance test: services, GPU and isolation; names and certificates may come later. */
    record RunChecks(TenantName tenant, StackSize size) implements Step {
        @Override
        public ChecklistItem item() {
            return ChecklistItem.CHECKS;
        }
    }

    /** The phase label says active: from the open ingress on the tenant can be used. */
    record Activate(TenantName tenant) implements Step {
        @Override
        public ChecklistItem item() {
            return ChecklistItem.INGRESS;
        }
    }

    /** From now on Home Assistant's first password is kept for a limited time. */
    record LimitFirstLogin(TenantName tenant) implements Step {
        @Override
        public ChecklistItem item() {
            return ChecklistItem.INGRESS;
        }
    }

    /** The owner's welcome and the line to the channel, delivered. */
    record Welcome(
            TenantName tenant,
            ChatAccount owner,
            StackSize size,
            @Nullable MailAddress mail) implements Step {
        /** To an owner who wants no mail. */
        public Welcome(TenantName tenant, ChatAccount owner, StackSize size) {
            this(tenant, owner, size, null);
        }

        @Override
        public ChecklistItem item() {
            return ChecklistItem.WELCOME;
        }
    }

    /** The release that the operation installed, gone. */
    record RemoveStack(TenantName tenant) implements Step {
        @Override
        public ChecklistItem item() {
            return ChecklistItem.STACK;
        }
    }

    /** Quota, LimitRange and login that the operation made, gone. */
    record RemovePlatformObjects(TenantName tenant) implements Step {
        @Override
        public ChecklistItem item() {
            return ChecklistItem.QUOTA;
        }
    }

    /** The namespace that the operation made, gone with all that is in it; another one stays. */
    record RemoveNamespace(TenantName tenant) implements Step {
        @Override
        public ChecklistItem item() {
            return ChecklistItem.NAMESPACE;
        }
    }
}
