package dev.hallm.bot.kube;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tokens of service accounts: good until they expire, or until the account or the object that they are bound to is gone;
 * one of the same name in its place revives nothing. A real server takes about ten seconds to notice, this one none.
 * What a token may do is not asked: that is RBAC's, which is not in memory.
 */
final class Tokens {
    private static final String PREFIX = "in-memory.";

    private final Store store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Token> minted = new ConcurrentHashMap<>();

    Tokens(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Token(List<Bearer> bearers, Instant expires) {}

    /** One object without which a token is worthless. */
    record Bearer(ObjectRef ref, String uid) {
        static Bearer of(ObjectRef ref, ObjectNode object) {
            return new Bearer(ref, Json.text(object, "metadata", "uid"));
        }
    }

    String mint(List<Bearer> bearers, Instant expires) {
        byte[] bytes = new byte[48];
        random.nextBytes(bytes);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        minted.put(token, new Token(List.copyOf(bearers), expires));
        return token;
    }

    /** @throws ApiProblem 401 for a token that was minted here and is over; any other caller is the administrator */
    void check(String authorization) {
        String token = authorization.replaceFirst("(?i)^bearer ", "");
        if (token.startsWith(PREFIX) && !isGood(minted.get(token))) {
            throw ApiProblem.of(401, "Unauthorized");
        }
    }

    private boolean isGood(@Nullable Token token) {
        return token != null
                && clock.instant().isBefore(token.expires())
                && token.bearers().stream().allMatch(this::isThere);
    }

    private boolean isThere(Bearer bearer) {
        return store.find(bearer.ref())
                .filter(now -> Json.text(now, "metadata", "uid").equals(bearer.uid()))
                .isPresent();
    }
}
