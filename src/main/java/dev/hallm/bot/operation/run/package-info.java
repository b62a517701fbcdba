/** Durable execution of operations on db-scheduler; nobody calls it but through the queue's port. */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.operation.run;
