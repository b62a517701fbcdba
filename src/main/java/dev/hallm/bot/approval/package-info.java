/** Approvals: who must agree to an operation, and the life of a request. */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.approval;
