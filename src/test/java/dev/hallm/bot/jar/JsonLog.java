package dev.hallm.bot.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.scenario.Surroundings;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a log in production must be. */
final class JsonLog {
    /** Ways to answer as somebody: response_url, interaction tokens, private addresses of interactions. */
    private static final Pattern CAPABILITY = Pattern.compile("/response/|interaction-token-");

    private JsonLog() {}

    /** Each line is an object, and there is no secret in it: neither of the surroundings nor one of these. */
    static void assertClean(String log, Surroundings surroundings, String... secrets) {
        assertThat(log.lines()).isNotEmpty().allSatisfy(line -> assertThat(line).matches(JsonLog::isObject, "JSON"));
        var environment = surroundings.environment();
        Stream<String> theirs = Stream.of("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "DISCORD_TOKEN")
                .map(environment::get);
        assertThat(Stream.concat(theirs, Stream.of(secrets)))
                .allSatisfy(secret -> assertThat(log).doesNotContain(secret));
        assertThat(log).doesNotContainPattern(CAPABILITY);
    }

    private static boolean isObject(String line) {
        try {
            return JsonMapper.shared().readTree(line).isObject();
        } catch (JacksonException _) {
            return false;
        }
    }
}
