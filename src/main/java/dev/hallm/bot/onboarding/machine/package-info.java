/** The only importer of spring-statemachine. */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.onboarding.machine;
