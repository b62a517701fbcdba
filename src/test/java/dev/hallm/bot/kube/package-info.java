/**
 * An in-memory Kubernetes API server for tests and the embedded default: real enough that fabric8's informers, Helm's
 * Go client and the bot's own code cannot tell the difference where it matters to them. Any test may use it; it uses
 * nothing of the bot.
 */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.kube;
