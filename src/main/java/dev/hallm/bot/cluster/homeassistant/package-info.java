/**
 * Closes the door of a fresh Home Assistant, whose first visitor becomes its owner, by being that visitor. Only {@code
 * cluster.kube} calls it and keeps what it asks to keep.
 */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.cluster.homeassistant;
