package dev.hallm.bot.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallm.bot.chat.form.Form;
import dev.hallm.bot.chat.form.Form.Input;
import dev.hallm.bot.command.Dispatcher.Entry;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import org.junit.jupiter.api.Test;

/** The catalogue as slash commands and what people give them. */
class DiscordCommandsTest {
    private static Entry entry(String path, Form.Field... fields) {
        return new Entry(path, "Caption of " + path, new Form(path, path, "Send", List.of(fields)));
    }

    private static Form.Field field(String name, Input input, boolean required, String... choices) {
        return new Form.Field(name, "Label", "hint", required, input, List.of(choices), "", null);
    }

    private static String[] choices(int count) {
        return IntStream.range(0, count).mapToObj(i -> "choice" + i).toArray(String[]::new);
    }

    private static List<OptionData> options(Form.Field... fields) {
        return DiscordCommands.of(List.of(entry("whoami", fields)))
                .data()
                .getFirst()
                .getOptions();
    }

    @Test
    void makeAGroupOneCommandWithSubcommands() {
        List<SlashCommandData> data = DiscordCommands.of(
                        List.of(entry("whoami"), entry("user show"), entry("user create")))
                .data();

        assertThat(data).extracting(SlashCommandData::getName).containsExactly("user", "whoami");
        assertThat(data.getFirst().getDescription()).isEqualTo("user: create, show");
        assertThat(data.getFirst().getSubcommands())
                .extracting(SubcommandData::getName)
                .containsExactly("create", "show");
    }

    @Test
    void giveAWordThatIsAGroupTooASubcommandOfItsOwn() {
        var commands = DiscordCommands.of(List.of(entry("approvals"), entry("approvals mine")));

        assertThat(commands.data())
                .singleElement()
                .satisfies(data -> assertThat(data.getSubcommands())
                        .extracting(SubcommandData::getName)
                        .containsExactly("mine", "show"));
        assertThat(commands.find("approvals show")).map(Entry::path).contains("approvals");
        assertThat(commands.find("approvals mine")).map(Entry::path).contains("approvals mine");
        assertThat(commands.find("approvals")).isEmpty();
    }

    @Test
    void askForWhatIsRequiredFirst() {
        assertThat(options(
                        field("a", Input.LINE, false),
                        field("b", Input.LINE, true),
                        field("c", Input.LINE, false),
                        field("d", Input.LINE, true)))
                .extracting(OptionData::getName)
                .containsExactly("b", "d", "a", "c");
    }

    @Test
    void letDiscordPickPeopleAndChoicesAndCompleteTheRest() {
        List<OptionData> options = options(
                field("owner", Input.PERSON, false),
                field("size", Input.CHOICE, false, "small", "large"),
                field("model", Input.CHOICE, false, choices(26)),
                field("name", Input.LINE, false));

        assertThat(options)
                .extracting(OptionData::getType)
                .containsExactly(OptionType.USER, OptionType.STRING, OptionType.STRING, OptionType.STRING);
        assertThat(options).extracting(OptionData::isAutoComplete).containsExactly(false, false, true, true);
        assertThat(options.get(1).getChoices())
                .extracting(Command.Choice::getName)
                .containsExactly("small", "large");
    }

    @Test
    void shortenDescriptions() {
        var long_ = new Form.Field("a", "Label", "x".repeat(300), false, Input.LINE, List.of(), "", null);

        assertThat(options(long_).getFirst().getDescription()).hasSize(100).endsWith("…");
    }

    @Test
    void haveTheSameDigestForTheSameCommandsOnly() {
        List<Entry> some = List.of(entry("whoami"), entry("user show", field("name", Input.LINE, false)));
        List<Entry> more = List.of(entry("whoami"), entry("user show", field("name", Input.LINE, true)));

        assertThat(DiscordCommands.of(some.reversed()).digest())
                .isEqualTo(DiscordCommands.of(some).digest())
                .hasSize(64)
                .isNotEqualTo(DiscordCommands.of(more).digest());
    }

    @Test
    void refuseACommandThatDiscordWouldRefuse() {
        Entry[] entries = IntStream.range(0, 20)
                .mapToObj(i -> entry("user c" + i, field("size", Input.CHOICE, false, choices(25))))
                .toArray(Entry[]::new);

        assertThatThrownBy(() -> DiscordCommands.of(List.of(entries)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the command user has");
    }

    @Test
    void bringBackWhatWasGiven() throws InterruptedException {
        try (var bench = new DiscordBench()) {
            bench.takes(DiscordCommands.of(List.of(entry(
                            "user create",
                            field("name", Input.LINE, true),
                            field("owner", Input.PERSON, false),
                            field("size", Input.CHOICE, false, "small"),
                            field("reason", Input.PARAGRAPH, false))))
                    .data());

            Map<String, String> values =
                    bench.run("user create", Map.of("name", "ada", "owner", bench.ana(), "size", "small"));

            assertThat(values)
                    .isEqualTo(Map.of("name", "ada", "owner", bench.ana().mention(), "size", "small"));
        }
    }
}
