package dev.hallm.bot.chat.port;

/**
 * One try to post a message.
 *
 * @param nonce the same at every try of the same post
 * @param repeated whether an earlier try may have arrived without anybody here learning it
 */
public record Attempt(String nonce, boolean repeated) {
    public static Attempt first(String nonce) {
        return new Attempt(nonce, false);
    }

    public static Attempt again(String nonce) {
        return new Attempt(nonce, true);
    }
}
