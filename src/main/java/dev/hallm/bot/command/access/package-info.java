/** What an owner gets in with: addresses, sign-in, kubeconfigs, and how to make the old ones worthless. */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.command.access;
