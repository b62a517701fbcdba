package dev.hallm.bot.settings;

import dev.hallm.bot.approval.ApprovalSettings;
import dev.hallm.bot.chat.ChatSettings;
import dev.hallm.bot.chat.MessageTexts;
import dev.hallm.bot.chat.port.Channels;
import dev.hallm.bot.cluster.CredentialSettings;
import dev.hallm.bot.cluster.PlatformSettings;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.identity.RoleGrants;
import dev.hallm.bot.operation.FirstLoginSettings;
import dev.hallm.bot.platform.console.ConsoleSettings;
import dev.hallm.bot.platform.discord.DiscordSettings;
import dev.hallm.bot.platform.slack.SlackSettings;
import dev.hallm.bot.tenant.Sizes;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantLimits;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** The records of every module, filled from bot-config. */
@Configuration(proxyBeanMethods = false)
class SettingsConfiguration {
    private static final Logger log = LoggerFactory.getLogger(SettingsConfiguration.class);

    /** Time for everyone; a test's own clock wins. */
    @Bean
    @Fallback
    Clock clock() {
        return Clock.systemUTC();
    }

    /** @throws InvalidSettings when the file cannot be used */
    @Bean
    BotConfig botConfig(@Value("${hallm.config:}") String location) {
        SettingsFile file = SettingsFile.at(location);
        return switch (file.read()) {
            case SettingsFile.Reading.Invalid(String report) -> throw new InvalidSettings(report);
            case SettingsFile.Reading.Valid(BotConfig config, boolean present) -> {
                log.info(present ? "Configured by {}" : "{} does not exist: every key has its default", file.path());
                yield config;
            }
        };
    }

    /** @throws InvalidSettings when a template cannot be used */
    @Bean
    MessageTexts messageTexts(@Value("${hallm.config:}") String location) {
        return switch (SettingsFile.at(location).messages().read()) {
            case MessagesFolder.Reading.Invalid(String report) -> throw new InvalidSettings(report);
            case MessagesFolder.Reading.Valid(MessageTexts texts) -> texts;
        };
    }

    @Bean
    PlatformSettings platformSettings(BotConfig config) {
        BotConfig.Platform platform = config.platform();
        return new PlatformSettings(
                platform.domain(),
                platform.chart(),
                platform.values(),
                config.gpu().resource(),
                config.gpu().runtimeClass());
    }

    @Bean
    CredentialSettings credentialSettings(BotConfig config) {
        BotConfig.KubernetesApi api = config.platform().kubernetesApi();
        return new CredentialSettings(
                config.credentials().kubeconfig(),
                Optional.of(api.server()).filter(server -> !server.isEmpty()),
                Optional.of(api.certificateAuthority())
                        .filter(file -> !file.isEmpty())
                        .map(Path::of));
    }

    @Bean
    Sizes sizes(BotConfig config) {
        var sizes = new LinkedHashMap<String, StackSize>();
        config.sizes().forEach((name, size) -> sizes.put(name, size(name, size)));
        return new Sizes(sizes);
    }

    private static StackSize size(String name, BotConfig.Size size) {
        return new StackSize(name, size.cpu(), size.memory(), size.storage(), size.gpu(), size.models(), size.values());
    }

    @Bean
    TenantLimits tenantLimits(BotConfig config) {
        return new TenantLimits(
                config.limits().tenantsPerOwner(), Set.copyOf(config.limits().reservedNames()));
    }

    @Bean
    FirstLoginSettings firstLoginSettings(BotConfig config) {
        return new FirstLoginSettings(config.credentials().firstLogin());
    }

    @Bean
    RoleGrants roleGrants(BotConfig config) {
        return Grants.of(config);
    }

    @Bean
    ApprovalSettings approvalSettings(BotConfig config) {
        return ApprovalRules.of(config.approvals());
    }

    @Bean
    ChatSettings chatSettings(BotConfig config) {
        return new ChatSettings(
                config.chat().command(),
                config.platform().timeZone(),
                config.platform().support());
    }

    @Bean
    Channels channels(BotConfig config) {
        return ChannelList.of(config.chat());
    }

    @Bean
    SlackSettings slackSettings(BotConfig config) {
        var slack = config.chat().slack();
        var groups = Stream.of(Role.values())
                .map(role -> config.roles().of(role).slack())
                .filter(Objects::nonNull)
                .flatMap(grant -> grant.userGroups().stream())
                .collect(Collectors.toSet());
        return new SlackSettings(Optional.ofNullable(slack).map(BotConfig.Slack::workspace), groups);
    }

    @Bean
    DiscordSettings discordSettings(BotConfig config) {
        var discord = config.chat().discord();
        var roles = Stream.of(Role.values())
                .map(role -> config.roles().of(role).discord())
                .filter(Objects::nonNull)
                .flatMap(grant -> grant.roles().stream())
                .collect(Collectors.toSet());
        return new DiscordSettings(Optional.ofNullable(discord).map(BotConfig.Discord::guild), roles);
    }

    @Bean
    ConsoleSettings consoleSettings(BotConfig config) {
        return new ConsoleSettings(config.chat().console().people());
    }
}
