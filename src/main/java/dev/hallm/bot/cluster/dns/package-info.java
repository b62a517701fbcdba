/** Asks the DNS by dnsjava, past every cache of this process; only {@code cluster.kube} does so. */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.cluster.dns;
