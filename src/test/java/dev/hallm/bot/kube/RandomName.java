package dev.hallm.bot.kube;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Endings of generated names, in Kubernetes' alphabet without vowels. */
final class RandomName {
    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();
    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

    private RandomName() {}

    static String suffix() {
        return ThreadLocalRandom.current()
                .ints(5, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }

    /** An ending that says what it was made of, as a ReplicaSet's does of its template. */
    static String hash(JsonNode content) {
        var name = new StringBuilder();
        int rest = SORTED.writeValueAsString(content).hashCode() & Integer.MAX_VALUE;
        for (int i = 0; i < 9; i++) {
            name.append(ALPHABET.charAt((rest + i * 7) % ALPHABET.length()));
            rest = rest / 3 + i;
        }
        return name.toString();
    }
}
