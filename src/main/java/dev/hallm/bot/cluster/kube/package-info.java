/**
 * The cluster port on fabric8: projections kept by informers, writes by server-side apply. Only {@code cluster.helm}
 * uses what is public here.
 */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.cluster.kube;
