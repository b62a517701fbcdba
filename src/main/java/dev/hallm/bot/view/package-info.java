/** What people see of domain facts: cards, tables, the welcome; on domain events it fills the outbox. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "operation",
            "approval",
            "onboarding",
            "checks",
            "tenant",
            "cluster",
            "doctor",
            "identity",
            "chat",
            "chat::message",
            "chat::port",
            "chat::form"
        })
package dev.hallm.bot.view;
