/** Mail against a server in the same process. */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.platform.mail;
