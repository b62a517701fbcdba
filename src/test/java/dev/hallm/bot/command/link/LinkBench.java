package dev.hallm.bot.command.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.ChatSettings;
import dev.hallm.bot.chat.fake.FakeChat;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.LinkCode;
import dev.hallm.bot.identity.LinkedAccounts;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.identity.RoleGrants;
import dev.hallm.bot.identity.RoleGrants.Grant;
import dev.hallm.bot.storage.BotContext;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.view.People;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Bo on Slack and Bob on Discord, who link their accounts with the commands and buttons over a database. */
final class LinkBench implements AutoCloseable {
    private static final Pattern CODE = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}");

    private final FakeChat slack = new FakeChat("slack");
    private final FakeChat discord = new FakeChat("discord");
    private final Person bo = person(slack, "bo");
    private final Person bob = person(discord, "bob");
    private final Letters letters = new Letters();
    private final BotContext bot;

    LinkBench(Db kind) {
        slack.member("bo", "Bo Lind");
        discord.member("bob", "Bob L.");
        bot = new BotContext(kind, this::fill, People.class);
    }

    private void fill(AnnotationConfigApplicationContext context) {
        context.scan("dev.hallm.bot.identity", "dev.hallm.bot.command.link");
        context.registerBean("slack", FakeChat.class, () -> slack);
        context.registerBean("discord", FakeChat.class, () -> discord);
        context.registerBean(Outbox.class, () -> letters);
        context.registerBean(ChatSettings.class, () -> new ChatSettings("hallm", ZoneId.of("UTC"), "#ha-help"));
        context.registerBean(
                RoleGrants.class,
                () -> new RoleGrants(Map.of(
                        Role.USER,
                        List.of(
                                new Grant("slack", "slack", Set.of("bo"), Set.of(), false),
                                new Grant("discord", "discord", Set.of("bob"), Set.of(), false)))));
    }

    private static Person person(FakeChat chat, String user) {
        return new Person(chat.accountOf(user), user, Set.of(Role.USER));
    }

    FakeChat slack() {
        return slack;
    }

    Person bo() {
        return bo;
    }

    Person bob() {
        return bob;
    }

    Letters letters() {
        return letters;
    }

    BotContext bot() {
        return bot;
    }

    /** What a person reads of an outcome. */
    private Message read(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answer(Message message) -> message;
            case Outcome.Refuse(Message message) -> message;
            case Outcome.Replace(Message message) -> message;
            case Outcome.Whisper(var secret, var _) -> secret.get();
            case Outcome.Decide(var work) -> {
                var decided = new AtomicReference<Outcome>();
                bot.inTransaction(() -> decided.set(work.get()));
                yield read(decided.get());
            }
            case Outcome.HandOver _, Outcome.Submit _, Outcome.Misfit _, Outcome.ShowHome _, Outcome.Silent _ ->
                throw new AssertionError(outcome);
        };
    }

    /** Somebody asks for a code; what they are shown. */
    Message code(Person person) {
        return read(bot.get(Link.class).handle(new Link.Arguments(null), person));
    }

    /** The code in what was shown. */
    static String typed(Message shown) {
        Matcher match = CODE.matcher(shown.fallbackText());
        assertThat(match.find()).isTrue();
        return match.group();
    }

    Message enter(Person person, String code) {
        return read(bot.get(Link.class)
                .handle(new Link.Arguments(LinkCode.parse(code).orElseThrow()), person));
    }

    Message remove(Person person) {
        return read(bot.get(LinkRemove.class).handle(new LinkRemove.Arguments(), person));
    }

    Message click(Message message, String verb, Person clicker) {
        ActionRequest request = message.blocks().stream()
                .filter(Block.Buttons.class::isInstance)
                .flatMap(block -> ((Block.Buttons) block).buttons().stream())
                .map(button -> button.action())
                .filter(action -> action.verb().equals(verb))
                .findFirst()
                .orElseThrow();
        Action action = verb.equals("link-confirm") ? bot.get(LinkConfirm.class) : bot.get(LinkRefuse.class);
        return read(action.perform(request, Map.of(), clicker));
    }

    /** Bob enters Bo's code; his question. */
    Message asked() {
        return enter(bob, typed(code(bo)));
    }

    /** Bo's question, once Bob has entered the code. */
    Message askedBo() {
        return letters.of(bo).getFirst();
    }

    Set<ChatAccount> accountsOf(Person person) {
        return bot.get(LinkedAccounts.class).accountsOf(person.account());
    }

    @Override
    public void close() {
        bot.close();
    }
}
