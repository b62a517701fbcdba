package dev.hallm.bot.chat.port;

import dev.hallm.bot.chat.message.ActionRequest;

/** Gives a button's action its opaque id, storing it first; the same request in the same message keeps its id. */
@FunctionalInterface
public interface ActionIds {
    /** The id, {@code <verb>~<opaque>}, at most 100 characters. */
    String idOf(ActionRequest action);
}
