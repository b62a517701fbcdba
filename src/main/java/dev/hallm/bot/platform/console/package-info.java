/**
 * The web console: a chat-like page for development, one more chat platform to the core. It exists only under the
 * profile {@code dev} and answers only this machine; nobody outside this package knows it.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"chat::message", "chat::form", "chat::port", "command", "identity"})
package dev.hallm.bot.platform.console;
