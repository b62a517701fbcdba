package dev.hallm.bot.onboarding;

import dev.hallm.bot.operation.ChecklistItem;

/** What can happen to an onboarding; events of an item that is not the current one change nothing. */
public enum OnboardingEvent {
    START,
    RETRY,
    SKIP,
    CANCEL,
    ROLL_BACK,
    ROLLED_BACK,
    ROLLBACK_FAILED,
    NAMESPACE_DONE,
    NAMESPACE_FAILED,
    QUOTA_DONE,
    QUOTA_FAILED,
    STACK_DONE,
    STACK_FAILED,
    FIRST_LOGIN_DONE,
    FIRST_LOGIN_FAILED,
    CREDENTIALS_DONE,
    CREDENTIALS_FAILED,
    INGRESS_DONE,
    INGRESS_FAILED,
    CHECKS_DONE,
    CHECKS_FAILED,
    WELCOME_DONE,
    WELCOME_FAILED;

    static OnboardingEvent done(ChecklistItem item) {
        return valueOf(item.name() + "_DONE");
    }

    static OnboardingEvent failed(ChecklistItem item) {
        return valueOf(item.name() + "_FAILED");
    }
}
