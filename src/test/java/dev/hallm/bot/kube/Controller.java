package dev.hallm.bot.kube;

/**
 * Something that brings about what objects ask for. All controllers run on one thread, in the order of changes, and
 * look at the store as it is by then.
 */
@FunctionalInterface
interface Controller {
    void onChange(Change change);
}
