/** The bot as people use it: the whole application, a fake chat platform, and a cluster in memory or a real one. */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.scenario;
