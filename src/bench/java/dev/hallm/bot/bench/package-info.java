/** Benchmarks: documented commands whose figures are ratios within one run; see docs/benchmarks.md. */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.bench;
