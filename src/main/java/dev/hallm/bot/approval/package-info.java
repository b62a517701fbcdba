/** Requests and votes: who is asked, what counts, and the one compare-and-set that decides. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"operation", "identity", "tenant", "cluster", "storage"})
package dev.hallm.bot.approval;
