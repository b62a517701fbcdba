/**
 * Commands: declaration, catalogue, dispatcher and inbox. One class per command; everything that people see of a
 * command's shape (help, forms, completion, docs) is derived from its declaration.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "operation",
            "approval",
            "onboarding",
            "tenant",
            "cluster",
            "doctor",
            "identity",
            "storage",
            "view",
            "chat",
            "chat::message",
            "chat::port",
            "chat::form"
        })
package dev.hallm.bot.command;
