package dev.hallm.bot.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.kube.RealCluster;
import dev.hallm.bot.scenario.DiscordStage;
import dev.hallm.bot.scenario.SlackStage;
import dev.hallm.bot.scenario.Stage;
import dev.hallm.bot.scenario.Stage.Place;
import dev.hallm.bot.scenario.Stage.Seen;
import dev.hallm.bot.scenario.Surroundings;
import dev.hallm.bot.services.FakeServices;
import dev.hallm.bot.services.RealHomeAssistant;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asked on Discord, approved on Slack, made by the packaged jar on a real cluster with its own rights there, with a
 * real Home Assistant behind the port-forwards.
 */
@RealCluster
@EnabledIfEnvironmentVariable(
        named = RealHomeAssistant.FORWARDED_PORT,
        matches = "[0-9]+",
        disabledReason = RealHomeAssistant.MISSING)
class RealHomeAssistantIT {
    /** The port of loopback at which the real test cluster's port-forwards to 11434 end. */
    private static final String OLLAMA_PORT = "HALLM_TEST_OLLAMA_PORT";

    private static final String TENANT = "for-real";
    private static final String CLIENT = "http://127.0.0.1/";
    private static final Pattern CODE = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}");
    private static final Pattern FIRST_LOGIN =
            Pattern.compile("Home Assistant user: `([^`]+)`\\s+Home Assistant password: `([^`]{16,})`");

    @TempDir
    Path folder;

    @AutoClose
    private final RealHomeAssistant home = RealHomeAssistant.startForwarded();

    @AutoClose
    private final Surroundings surroundings = new Surroundings();

    @AutoClose
    private final FakeServices services =
            FakeServices.withOllamaAt(Integer.parseInt(System.getenv().getOrDefault(OLLAMA_PORT, "0")));

    @Test
    void opensAHomeAssistantToItsOwnerAlone() throws Exception {
        try (BotProcess bot = start()) {
            Stage slack =
                    new SlackStage(surroundings.slack(), surroundings.slack().http(bot.slackEvents()));
            Stage discord = new DiscordStage(surroundings);
            link("bo", slack, discord);
            discord.asks("ana", "user create", Map.of("name", TENANT, "owner", discord.mention("cy"), "size", "small"));

            slack.clicks("bo", slack.in(Place.APPROVALS, "Access request · " + TENANT + " ·"), "Approve request");

            discord.becomes(
                    discord.in(Place.APPROVALS, "Access request · " + TENANT + " ·"),
                    "Approved by " + slack.name("bo"));
            for (Stage stage : new Stage[] {slack, discord}) {
                stage.becomes(stage.in(Place.OPERATIONS, "Onboarding " + TENANT + " ·"), TENANT + " is ready");
            }
            Seen welcome = discord.in(Place.direct("cy"), "Welcome! " + TENANT);
            Matcher login = FIRST_LOGIN.matcher(discord.secretOf("cy", welcome, "Show once"));
            assertThat(login.find()).isTrue();
            assertThat(home.get("/api/onboarding").body())
                    .contains("\"done\":true")
                    .doesNotContain("\"done\":false");
            assertThat(signsIn(login.group(1), login.group(2))).isTrue();
            assertThat(signsIn(login.group(1), "a guess")).isFalse();
            assertThat(home.post(
                                    "/api/onboarding/users",
                                    json(Map.of(
                                            "client_id", CLIENT,
                                            "name", "Mallory",
                                            "username", "mallory",
                                            "password", "i was here first",
                                            "language", "en")))
                            .statusCode())
                    .isEqualTo(403);
            JsonLog.assertClean(bot.log(), surroundings, login.group(2));
            assertThat(surroundings.slack().problems()).isEmpty();
            assertThat(surroundings.discord().problems()).isEmpty();
        }
    }

    private BotProcess start() throws IOException {
        BotProcess bot = BotLaunch.in(folder)
                .with(surroundings.environment())
                .with("--hallm.config=" + surroundings.config())
                .with(services.dnsArgument())
                .withKubeconfig(Files.writeString(folder.resolve("kubeconfig"), ownRights()))
                .start()
                .awaitTenants()
                .awaitUp("slack", "discord", "kubernetes");
        surroundings.awaitDiscordCommands();
        return bot;
    }

    /** The bot's own account, as {@code manifests/bot} makes it. */
    private static String ownRights() throws IOException {
        Path admins = Path.of(System.getenv().getOrDefault(RealCluster.KUBECONFIG, ""));
        try (KubernetesClient admin = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(admins.toFile()))
                .build()) {
            InstalledBot.install(admin);
            return InstalledBot.kubeconfig(admin);
        }
    }

    private static void link(String who, Stage slack, Stage discord) {
        Matcher code = CODE.matcher(slack.asks(who, "link").text());
        assertThat(code.find()).isTrue();
        Seen entered = discord.asks(who, "link show", Map.of("code", code.group()));
        discord.clicks(who, entered, "Confirm link");
        Seen question = slack.in(Place.direct(who), "Is this you?");
        slack.clicks(who, question, "Confirm link");
        slack.becomes(question, "are one person now");
    }

    private boolean signsIn(String user, String password) throws IOException, InterruptedException {
        JsonNode flow = JsonMapper.shared()
                .readTree(home.post(
                                "/auth/login_flow",
                                json(Map.of(
                                        "client_id",
                                        CLIENT,
                                        "redirect_uri",
                                        CLIENT,
                                        "handler",
                                        Arrays.asList("homeassistant", null))))
                        .body());
        return home.post(
                        "/auth/login_flow/" + flow.path("flow_id").asString(),
                        json(Map.of("client_id", CLIENT, "username", user, "password", password)))
                .body()
                .contains("create_entry");
    }

    private static String json(Map<String, ?> values) {
        return JsonMapper.shared().writeValueAsString(values);
    }
}
