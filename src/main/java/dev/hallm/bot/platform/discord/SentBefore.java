package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.port.MessageRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What this process posted, by nonce: a repeated post whose first one arrived is answered from here. Discord itself
 * knows a nonce for a few minutes only, and none for answers to interactions.
 */
final class SentBefore {
    private static final int MOST = 5_000;

    private final Map<String, MessageRef> byNonce = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MessageRef> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<MessageRef> find(String nonce) {
        return Optional.ofNullable(byNonce.get(nonce));
    }

    synchronized void remember(String nonce, MessageRef ref) {
        byNonce.put(nonce, ref);
    }
}
