/** Commands and buttons about onboardings under way: what they are at, and the ways out of trouble. */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.command.onboarding;
