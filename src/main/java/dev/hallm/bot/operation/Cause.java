package dev.hallm.bot.operation;

import dev.hallm.bot.identity.ChatAccount;

/** Why an operation runs; written {@code person:slack:T0/U0}, {@code request:4f2a} or {@code rule:idle}. */
public sealed interface Cause {
    /** Somebody asked; the approval policy decides. */
    record Person(ChatAccount account) implements Cause {
        @Override
        public String toString() {
            return "person:" + account;
        }
    }

    /** Part of what was approved already. */
    record Approved(String request) implements Cause {
        @Override
        public String toString() {
            return "request:" + request;
        }
    }
}
