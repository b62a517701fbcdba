/** Tests of {@code doctor}. */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.doctor;
