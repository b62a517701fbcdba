package dev.hallm.bot.kube;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Texts as Secrets hold them. */
final class Base64Text {
    private Base64Text() {}

    static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String decode(String data) {
        return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
    }
}
