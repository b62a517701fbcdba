/** Commands and buttons about tenants. */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.command.tenants;
