/** E-mail by SMTP, for letters to the address that somebody gave; nobody answers to it. Used by the outbox alone. */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.platform.mail;
