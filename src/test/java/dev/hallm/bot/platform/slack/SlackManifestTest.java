package dev.hallm.bot.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hallm.bot.command.Catalogue;
import dev.hallm.bot.scenario.InMemoryBot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yaml.snakeyaml.Yaml;

/** {@code bot-config/slack-app-manifest.yaml} says what the catalogue and the scopes say; {@code -Dhallm.docs=write} writes it anew. */
class SlackManifestTest extends InMemoryBot {
    private static final Path MANIFEST = Path.of("bot-config", "slack-app-manifest.yaml");
    private static final Path SCHEMA = Path.of("..", "shared", "data", "slack-manifest.schema.json");

    @Autowired
    Catalogue catalogue;

    @Test
    void describesTheAppThatTheBotNeeds() throws IOException {
        String expected = manifest();
        if ("write".equals(System.getProperty("hallm.docs"))) {
            Files.writeString(MANIFEST, expected);
        }

        assertThat(Files.readString(MANIFEST))
                .as("run ./mvnw test -Dtest=SlackManifestTest -Dhallm.docs=write to write %s anew", MANIFEST)
                .isEqualTo(expected);
    }

    @Test
    void isWhatSlackTakes() throws IOException {
        String manifest = Files.readString(MANIFEST);

        assertThat(errors(manifest)).isEmpty();
        assertThat(errors(manifest.replace("command: /hallm", "command: /" + "h".repeat(40))))
                .isNotEmpty();
    }

    private static List<Error> errors(String manifest) throws IOException {
        assumeThat(SCHEMA)
                .as("Slack's manifest schema, which is not part of this repository")
                .exists();
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(SCHEMA))
                .validate(manifest, InputFormat.YAML);
    }

    @Test
    void asksForExactlyTheScopesThatTheBotUses() throws IOException {
        Map<String, Object> manifest = new Yaml().load(Files.readString(MANIFEST));

        assertThat(manifest)
                .extracting("oauth_config.scopes.bot")
                .isEqualTo(Arrays.stream(SlackScopes.values())
                        .map(SlackScopes::scope)
                        .toList());
    }

    private String manifest() {
        return """
                # The Slack app of the bot, to be pasted at https://api.slack.com/apps ("Create New App", "From a manifest").
                # Generated from the command catalogue and the scopes that the bot uses: change those, not this file.
                # Two things are yours: the address hallm.example.com, and socket_mode_enabled.
                display_information:
                  name: ha-llm-bot
                  description: Home Assistant and Ollama for everyone who may have them
                  background_color: "#1f3a5f"
                features:
                  app_home:
                    home_tab_enabled: true
                    messages_tab_enabled: true
                    # false: people may write to the bot in its direct message
                    messages_tab_read_only_enabled: false
                  bot_user:
                    display_name: hallm
                    always_online: true
                  slash_commands:
                    # its word is chat.command in bot.yaml
                    - command: /hallm
                      description: Tenants, resources and requests
                      usage_hint: "%s"
                      # mentions arrive as ids, which cannot be mistaken for somebody else
                      should_escape: true
                      # not used in Socket Mode
                      url: https://hallm.example.com/slack/events
                oauth_config:
                  scopes:
                    bot:
                %ssettings:
                  event_subscriptions:
                    # not used in Socket Mode
                    request_url: https://hallm.example.com/slack/events
                    bot_events:
                      - app_home_opened
                      - app_mention
                      - message.im
                  interactivity:
                    is_enabled: true
                    # not used in Socket Mode
                    request_url: https://hallm.example.com/slack/events
                  org_deploy_enabled: false
                  # true when Slack can't reach the bot: it then connects by itself, with SLACK_APP_TOKEN (scope
                  # connections:write) instead of SLACK_SIGNING_SECRET
                  socket_mode_enabled: false
                  # the bot's token stays the same until it is revoked
                  token_rotation_enabled: false
                """.formatted(usageHint(), scopes());
    }

    /** The first words of every command. */
    private String usageHint() {
        List<String> words = catalogue.all().stream()
                .map(command -> command.spec().path().split(" ", 2)[0])
                .distinct()
                .sorted()
                .toList();
        return words.stream().collect(Collectors.joining(" | "));
    }

    private static String scopes() {
        return Arrays.stream(SlackScopes.values())
                .map(scope -> "      # it " + scope.reason() + methods(scope) + "\n      - " + scope.scope() + "\n")
                .collect(Collectors.joining());
    }

    private static String methods(SlackScopes scope) {
        return scope.neededBy().isEmpty() ? "" : ": " + String.join(", ", scope.neededBy());
    }
}
