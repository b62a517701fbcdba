package dev.hallm.bot.onboarding;

import dev.hallm.bot.operation.ChecklistItem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an onboarding is: at an item that runs, at one that failed, before or after all, or on its way back. */
public enum OnboardingState {
    APPROVED(null, false),
    NAMESPACE(ChecklistItem.NAMESPACE, false),
    NAMESPACE_FAILED(ChecklistItem.NAMESPACE, true),
    QUOTA(ChecklistItem.QUOTA, false),
    QUOTA_FAILED(ChecklistItem.QUOTA, true),
    STACK(ChecklistItem.STACK, false),
    STACK_FAILED(ChecklistItem.STACK, true),
    FIRST_LOGIN(ChecklistItem.FIRST_LOGIN, false),
    FIRST_LOGIN_FAILED(ChecklistItem.FIRST_LOGIN, true),
    CREDENTIALS(ChecklistItem.CREDENTIALS, false),
    CREDENTIALS_FAILED(ChecklistItem.CREDENTIALS, true),
    INGRESS(ChecklistItem.INGRESS, false),
    INGRESS_FAILED(ChecklistItem.INGRESS, true),
    CHECKS(ChecklistItem.CHECKS, false),
    CHECKS_FAILED(ChecklistItem.CHECKS, true),
    WELCOME(ChecklistItem.WELCOME, false),
    WELCOME_FAILED(ChecklistItem.WELCOME, true),
    COMPLETE(null, false),
    CANCELLED(null, false),
    ROLLING_BACK(null, false),
    ROLLBACK_FAILED(null, true),
    ROLLED_BACK(null, false);

    private final @Nullable ChecklistItem item;
    private final boolean failed;

    OnboardingState(@Nullable ChecklistItem item, boolean failed) {
        this.item = item;
        this.failed = failed;
    }

    /** The item that runs or failed. */
    public Optional<ChecklistItem> item() {
        return Optional.ofNullable(item);
    }

    /** Whether it waits for a person, and meanwhile keeps the tenant. */
    public boolean isFailed() {
        return failed;
    }

    /** Whether nothing goes on any more: everything is done, was stopped, or is gone again. */
    public boolean isOver() {
        return this == COMPLETE || this == CANCELLED || this == ROLLED_BACK;
    }

    /** Whether it stays so until a person does something, or for good. */
    public boolean rests() {
        return failed || isOver();
    }

    static OnboardingState running(ChecklistItem item) {
        return valueOf(item.name());
    }

    static OnboardingState failed(ChecklistItem item) {
        return valueOf(item.name() + "_FAILED");
    }
}
