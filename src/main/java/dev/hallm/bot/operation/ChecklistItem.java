package dev.hallm.bot.operation;

/** What a person follows while a tenant is made; in the order of work. */
public enum ChecklistItem {
    NAMESPACE,
    QUOTA,
    STACK,
    FIRST_LOGIN,
    INGRESS,
    CHECKS,
    WELCOME
}
