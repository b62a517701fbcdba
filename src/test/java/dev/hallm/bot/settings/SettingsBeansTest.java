package dev.hallm.bot.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.approval.ApprovalSettings;
import dev.hallm.bot.approval.Requirement;
import dev.hallm.bot.chat.ChatSettings;
import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.chat.port.Channels.Purpose;
import dev.hallm.bot.chat.port.Destination.Channel;
import dev.hallm.bot.cluster.PlatformSettings;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.identity.RoleGrants;
import dev.hallm.bot.identity.RoleGrants.Grant;
import dev.hallm.bot.platform.console.ConsoleSettings;
import dev.hallm.bot.tenant.Sizes;
import dev.hallm.bot.tenant.TenantLimits;
import dev.hallm.bot.tenant.TenantName;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SettingsBeansTest {
    private static final String EVERYTHING = """
            platform:
              domain: llm.example.org
              chart: oci://registry.example.org/stack:1.0.0
              values: {issuer: letsencrypt}
              time-zone: Europe/Berlin
              support: "@ops"
            chat:
              command: llm
              slack: {workspace: "T1", channels: {approvals: "C1", operations: "C2", announcements: "C3"}}
              discord: {guild: "9", channels: {approvals: "1", operations: "2", announcements: "3"}}
              console: {people: [ana]}
            roles:
              admin:
                slack: {user-groups: ["S1"], users: ["U1"]}
                discord: {roles: ["5"], users: ["6"]}
                console: [ana]
              user: {slack: {members: true}}
            sizes:
              tiny: {cpu: 1..2, memory: 1Gi, storage: 5Gi, values: {a: b}}
            approvals:
              default: {count: 2, from: admin, expires: 3d}
              rules:
                - {name: small, when: 'operation.size == "tiny"', count: 0}
                - {name: quick, when: 'requester.owns', from: approver, reason: required, expires: 2h, remind-after: [30m]}
            limits: {tenants-per-owner: 3, reserved-names: [root]}
            gpu: {resource: amd.com/gpu, runtime-class: amd}
            """;

    private ApplicationContextRunner bot = new ApplicationContextRunner();

    @BeforeEach
    void configured(@TempDir Path folder) {
        Path file = new Written(folder).write("bot.yaml", EVERYTHING);
        bot = bot.withUserConfiguration(SettingsConfiguration.class).withPropertyValues("hallm.config=" + file);
    }

    @Test
    void fillsTheRecordsOfEveryModule() {
        bot.run(context -> {
            assertThat(context.getBean(ChatSettings.class))
                    .isEqualTo(new ChatSettings("llm", ZoneId.of("Europe/Berlin"), "@ops"));
            assertThat(context.getBean(PlatformSettings.class))
                    .isEqualTo(new PlatformSettings(
                            "llm.example.org",
                            "oci://registry.example.org/stack:1.0.0",
                            Map.of("issuer", "letsencrypt"),
                            "amd.com/gpu",
                            "amd"));
            var approvals = context.getBean(ApprovalSettings.class);
            assertThat(approvals.standard())
                    .isEqualTo(new Requirement(
                            "default",
                            2,
                            Role.ADMIN,
                            false,
                            Duration.ofDays(3),
                            List.of(Duration.ofHours(1), Duration.ofHours(4)),
                            true));
            assertThat(approvals.rules())
                    .extracting(rule -> rule.needs())
                    .containsExactly(
                            new Requirement(
                                    "small",
                                    0,
                                    Role.ADMIN,
                                    false,
                                    Duration.ofDays(3),
                                    List.of(Duration.ofHours(1), Duration.ofHours(4)),
                                    true),
                            new Requirement(
                                    "quick",
                                    2,
                                    Role.APPROVER,
                                    true,
                                    Duration.ofHours(2),
                                    List.of(Duration.ofMinutes(30)),
                                    true));
            assertThat(context.getBean(ConsoleSettings.class).people()).containsExactly("ana");
            assertThat(context.getBean(TenantLimits.class)).isEqualTo(new TenantLimits(3, Set.of("root")));
            assertThat(context.getBean(TenantLimits.class).reserves(new TenantName("root")))
                    .isTrue();
        });
    }

    @Test
    void offersTheSizesInTheOrderOfTheFile() {
        bot.run(context -> assertThat(context.getBean(Sizes.class).find("tiny")).hasValueSatisfying(size -> {
            assertThat(size.cpu()).hasToString("1..2");
            assertThat(size.memory()).hasToString("1Gi");
            assertThat(size.values()).containsEntry("a", "b");
            assertThat(size.gpu()).isZero();
        }));
    }

    @Test
    void bindsRolesToTheWorkspaceAndTheGuild() {
        bot.run(context -> {
            Map<Role, java.util.List<Grant>> grants =
                    context.getBean(RoleGrants.class).grants();
            assertThat(grants.get(Role.ADMIN))
                    .containsExactly(
                            new Grant("slack", "T1", Set.of("U1"), Set.of("S1"), false),
                            new Grant("discord", "9", Set.of("6"), Set.of("5"), false),
                            new Grant("console", "local", Set.of("ana"), Set.of(), false));
            assertThat(grants.get(Role.USER)).containsExactly(new Grant("slack", "T1", Set.of(), Set.of(), true));
            assertThat(grants.get(Role.AUDITOR)).isEmpty();
        });
    }

    @Test
    void listsOneChannelForEachPlatform() {
        bot.run(context -> assertThat(context.getBean(Channels.class).of(Purpose.OPERATIONS))
                .containsExactly(
                        new Channel("slack", "C2"), new Channel("discord", "2"), new Channel("console", "operations")));
    }

    @Test
    void hasNoConsoleChannelsWithoutPeople(@TempDir Path folder) {
        Path file = new Written(folder).write("bot.yaml", "platform: {chart: 'oci://a.example.org/b:1'}");

        bot.withPropertyValues("hallm.config=" + file)
                .run(context ->
                        assertThat(context.getBean(Channels.class).byPurpose()).isEmpty());
    }

    @Test
    void leavesTheClockToATest() {
        Clock fixed = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

        bot.withBean("testClock", Clock.class, () -> fixed)
                .run(context -> assertThat(context.getBean(Clock.class)).isSameAs(fixed));
    }

    @Test
    void failsWithTheReportAndWithoutStackTrace(@TempDir Path folder) {
        Path file = new Written(folder).write("bot.yaml", "platform: {chart: 'oci://a.example.org/b:1'}\nchat: 7");

        bot.withPropertyValues("hallm.config=" + file).run(context -> {
            Throwable failure = Objects.requireNonNull(context.getStartupFailure());
            FailureAnalysis analysis = Objects.requireNonNull(new InvalidSettingsAnalyzer().analyze(failure));
            assertThat(analysis.getDescription()).contains("has 1 problem\n  line 2  chat: \"7\"");
        });
    }
}
