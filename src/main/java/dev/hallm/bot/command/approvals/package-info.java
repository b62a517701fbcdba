/** Commands and buttons about requests that wait, and about what goes on after their approval. */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.command.approvals;
