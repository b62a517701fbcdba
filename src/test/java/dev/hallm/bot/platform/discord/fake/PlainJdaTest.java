package dev.hallm.bot.platform.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.FileUpload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proves the fake on a client that its authors did not write. */
class PlainJdaTest {
    private static final String CALLBACK = "POST /interactions/{interaction_id}/{interaction_token}/callback";

    private final FakeDiscord discord = FakeDiscord.start();
    private final DiscordChannel lab = discord.channel("lab");
    private final DiscordPerson ana = discord.person("ana").named("Ana");
    private JDA jda;

    @BeforeEach
    void connect() throws InterruptedException {
        jda = JDABuilder.createLight(discord.token(), EnumSet.noneOf(GatewayIntent.class))
                .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl()))
                .setSessionController(new GatewayFromRest(discord))
                .setEnableShutdownHook(false)
                .addEventListeners(new Bot())
                .build()
                .awaitReady();
        Objects.requireNonNull(jda.getGuildById(discord.guild().id()))
                .updateCommands()
                .addCommands(Commands.slash("user", "People")
                        .setDefaultPermissions(DefaultMemberPermissions.ENABLED)
                        .addSubcommands(new SubcommandData("create", "Creates one")
                                .addOption(OptionType.STRING, "name", "Their name", true, true)
                                .addOption(OptionType.USER, "owner", "Whose it is")))
                .complete();
    }

    @AfterEach
    void close() throws InterruptedException {
        jda.shutdownNow();
        assertThat(jda.awaitShutdown(Duration.ofSeconds(5))).isTrue();
        discord.close();
    }

    @Test
    void registersCommandsAndAnswersThem() {
        assertThat(discord.commands().namesOfGuild()).containsExactly("user");

        SentInteraction command = ana.slash("user create", Map.of("name", "dev1", "owner", ana));

        DiscordMessage answer = command.awaitAnswer();
        assertThat(answer.text()).isEqualTo("dev1 for Ana");
        assertThat(command.response()).contains(ResponseType.DEFERRED_MESSAGE);
        assertThat(command.isEphemeral()).isTrue();
        assertThat(answer.buttons()).extracting(MessageButton::label).containsExactly("Approve", "Edit");
        assertThat(discord.problems()).isEmpty();
    }

    @Test
    void takesClicksAndModals() {
        DiscordMessage card = ana.slash("user create", Map.of("name", "dev1")).awaitAnswer();

        OpenedModal modal = ana.clicks(card, "Edit").awaitModal();
        SentInteraction submitted = ana.submits(modal, Map.of("Reason", "because"));

        assertThat(submitted.awaitAnswer().text()).isEqualTo("reason: because");
        assertThat(discord.problems()).isEmpty();
    }

    @Test
    void suggestsAndTalksInDirectMessages() {
        SentInteraction typing = ana.autocompletes("user create", "name", "de");
        assertThat(typing.awaitChoices()).containsExactly(new Choice("dev", "dev"));

        jda.openPrivateChannelById(ana.id())
                .complete()
                .sendMessage("hello")
                .setComponents(ActionRow.of(Button.success("approve:1", "Approve")))
                .complete();
        DiscordMessage card = discord.messages(ana.directMessages()).getFirst();
        ana.clicksInDirectMessage(card, "Approve").awaitAnswer();

        assertThat(card.text()).isEqualTo("approved by ana, member: false");
        assertThat(discord.problems()).isEmpty();
    }

    @Test
    void sendsFilesAndComponentsV2() {
        TextChannel channel = Objects.requireNonNull(jda.getTextChannelById(lab.id()));
        channel.sendMessage("see <@" + ana.id() + ">")
                .setAllowedMentions(List.of())
                .addFiles(FileUpload.fromData("a,b".getBytes(java.nio.charset.StandardCharsets.UTF_8), "t.csv"))
                .complete();
        channel.sendMessageComponents(TextDisplay.of("a card"))
                .useComponentsV2()
                .complete();

        List<DiscordMessage> messages = discord.messages(lab);
        assertThat(messages.getFirst().files().values())
                .extracting(DiscordFile::name, DiscordFile::text)
                .containsExactly(tuple("t.csv", "a,b"));
        assertThat(messages.getFirst().pings()).isEmpty();
        assertThat(messages.getLast().isComponentsV2()).isTrue();
        assertThat(messages.getLast().text()).isEqualTo("a card");
        assertThat(discord.problems()).isEmpty();
    }

    @Test
    void resumesAfterADropAndGetsWhatItMissed() {
        discord.gateway().dropConnection();
        SentInteraction missed = ana.slash("user create", Map.of("name", "dev2"));

        await().atMost(Duration.ofSeconds(20)).until(() -> discord.gateway().resumes() == 1);
        assertThat(discord.gateway().identifies()).isEqualTo(1);
        SentInteraction next = ana.slash("user create", Map.of("name", "dev3"));
        next.awaitAnswer();
        await().untilAsserted(() -> assertThat(discord.requests(CALLBACK))
                .anyMatch(request -> request.path().contains(missed.id())));
        assertThat(discord.problems()).isEmpty();
    }

    private static final class GatewayFromRest extends ConcurrentSessionController {
        private final FakeDiscord discord;

        GatewayFromRest(FakeDiscord discord) {
            this.discord = discord;
        }

        @Override
        public String getGateway() {
            return new RawBot(discord).get("gateway/bot").text("url");
        }
    }

    private static final class Bot extends ListenerAdapter {
        @Override
        public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
            String name = event.getOption("name", "", OptionMapping::getAsString);
            String owner = event.getOption(
                    "owner", "", option -> " for " + option.getAsUser().getEffectiveName());
            event.deferReply(true)
                    .flatMap(hook -> hook.editOriginal(name + owner)
                            .setComponents(ActionRow.of(
                                    Button.success("approve:42", "Approve"), Button.secondary("edit:42", "Edit"))))
                    .queue();
        }

        @Override
        public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
            event.replyChoice("dev", "dev").queue();
        }

        @Override
        public void onButtonInteraction(ButtonInteractionEvent event) {
            if (event.getComponentId().startsWith("edit")) {
                TextInput reason =
                        TextInput.create("reason", TextInputStyle.PARAGRAPH).build();
                event.replyModal(Modal.create("modal:42", "Edit")
                                .addComponents(Label.of("Reason", reason))
                                .build())
                        .queue();
            } else {
                boolean member = event.getMember() != null;
                event.editMessage("approved by " + event.getUser().getName() + ", member: " + member)
                        .setComponents()
                        .queue();
            }
        }

        @Override
        public void onModalInteraction(ModalInteractionEvent event) {
            ModalMapping reason = Objects.requireNonNull(event.getValue("reason"));
            event.reply("reason: " + reason.getAsString()).setEphemeral(true).queue();
        }
    }
}
