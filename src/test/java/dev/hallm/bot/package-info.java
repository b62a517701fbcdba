/** The bot to try out, and tests of the whole. */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot;
