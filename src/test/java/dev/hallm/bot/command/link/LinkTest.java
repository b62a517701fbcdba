package dev.hallm.bot.command.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.ChatSettings;
import dev.hallm.bot.chat.fake.FakeChat;
import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.Subject;
import dev.hallm.bot.chat.port.Urgency;
import dev.hallm.bot.command.Action;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.AccountLinking;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.LinkCode;
import dev.hallm.bot.identity.LinkedAccounts;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.identity.RoleGrants;
import dev.hallm.bot.identity.RoleGrants.Grant;
import dev.hallm.bot.storage.BotContext;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import dev.hallm.bot.view.People;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The commands and buttons of linking, with a clock and people that the test changes. */
@OnEachDatabase
class LinkTest {
    private final FakeChat slack = new FakeChat("slack");
    private final FakeChat discord = new FakeChat("discord");
    private final Person bo = person(slack, "bo");
    private final Person bob = person(discord, "bob");
    private final Letters letters = new Letters();

    @AutoClose
    private final BotContext bot;

    LinkTest(Db kind) {
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

    /** Remembers what each account is sent. */
    private static final class Letters implements Outbox {
        record Letter(String key, ChatAccount to, Message message) {}

        private final List<Letter> sent = new ArrayList<>();

        @Override
        public void send(String key, Destination to, Message message) {
            if (sent.stream().noneMatch(letter -> letter.key().equals(key))) {
                sent.add(new Letter(key, ((Destination.Direct) to).account(), message));
            }
        }

        List<Message> of(Person person) {
            return sent.stream()
                    .filter(letter -> letter.to().equals(person.account()))
                    .map(Letter::message)
                    .toList();
        }

        @Override
        public void postCard(String key, Destination to, Subject subject) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void refresh(Subject subject, Urgency urgency) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void replyTo(Subject subject, String key, Message message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void retry(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<State> stateOf(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean stoodIn(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Message> find(String key) {
            throw new UnsupportedOperationException();
        }
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

    private Message code(Person person) {
        return read(bot.get(Link.class).handle(new Link.Arguments(null), person));
    }

    private Message enter(Person person, String code) {
        return read(bot.get(Link.class)
                .handle(new Link.Arguments(LinkCode.parse(code).orElseThrow()), person));
    }

    private static String typed(Message shown) {
        var match = java.util.regex.Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}").matcher(shown.fallbackText());
        assertThat(match.find()).isTrue();
        return match.group();
    }

    private Message click(Message message, String verb, Person clicker) {
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
    private Message asked() {
        return enter(bob, typed(code(bo)));
    }

    private Message askedBo() {
        return letters.of(bo).getFirst();
    }

    private Set<ChatAccount> accountsOf(Person person) {
        return bot.get(LinkedAccounts.class).accountsOf(person.account());
    }

    @Test
    void tellsWhatToTypeOnTheOtherPlatform() {
        assertThat(code(bo).blocks().toString())
                .contains("Type on Discord", "/link show with the code ")
                .doesNotContain("Type on Slack");
        assertThat(code(bob).blocks().toString()).contains("Type on Slack", "/hallm link ");
        assertThat(code(bo).fallbackText()).contains("until 10:15 UTC");
    }

    @Test
    void showsEachSideTheOthersNameAndPlatformWithButtonsForThatSideOnly() {
        Message bobs = asked();

        assertThat(bobs.fallbackText()).contains("Is Bo Lind on Slack you?");
        assertThat(askedBo().fallbackText()).contains("Is Bob L. on Discord you?");
        assertThat(bobs.blocks().toString())
                .contains("accounts=[discord:discord/bob]")
                .doesNotContain("accounts=[slack:slack/bo]");
    }

    @Test
    void linksAndTellsTheOtherWhenBothHaveConfirmed() {
        Message bobs = asked();

        assertThat(click(askedBo(), "link-confirm", bo).fallbackText())
                .isEqualTo("✔ You confirmed. Bob L. on Discord has yet to confirm.");
        assertThat(click(bobs, "link-confirm", bob).fallbackText())
                .startsWith("✔ Linked: you and Bo Lind on Slack are one person now.");

        assertThat(letters.of(bo).getLast().fallbackText()).startsWith("✔ Linked: you and Bob L. on Discord");
        assertThat(accountsOf(bo)).containsExactlyInAnyOrder(bo.account(), bob.account());
    }

    @Test
    void saysTheSameForASecondClick() {
        Message bobs = asked();
        Message once = click(bobs, "link-confirm", bob);

        assertThat(click(bobs, "link-confirm", bob)).isEqualTo(once);
        click(askedBo(), "link-confirm", bo);
        Message linked = click(bobs, "link-confirm", bob);

        assertThat(linked.fallbackText()).startsWith("✔ Linked");
        assertThat(letters.of(bob)).hasSize(1);
        assertThat(click(bobs, "link-refuse", bob).fallbackText()).contains("\"link remove\" ends it");
    }

    @Test
    void endsForBothWhenTheFirstToConfirmChangesTheirMind() {
        Message waiting = click(asked(), "link-confirm", bob);

        assertThat(click(waiting, "link-refuse", bob).fallbackText())
                .isEqualTo("You refused: Bo Lind on Slack was not linked to you.");

        assertThat(letters.of(bo).getLast().fallbackText()).startsWith("Bob L. on Discord refused the link.");
        assertThat(click(askedBo(), "link-confirm", bo).fallbackText()).contains("Run \"link\" again");
        assertThat(accountsOf(bo)).containsExactly(bo.account());
    }

    @Test
    void saysThatItIsTooLateAfter15Minutes() {
        Message bobs = asked();
        click(askedBo(), "link-confirm", bo);
        bot.clock().advance(AccountLinking.VALID);

        assertThat(click(bobs, "link-confirm", bob).fallbackText()).contains("Run \"link\" again");
        assertThat(click(bobs, "link-refuse", bob).fallbackText()).contains("Run \"link\" again");
        assertThat(accountsOf(bo)).containsExactly(bo.account());
    }

    @Test
    void linksNobodyWhoHasNoRoleAnyMore() {
        Message bobs = asked();
        click(askedBo(), "link-confirm", bo);
        slack.guest("bo");
        bot.clock().advance(Duration.ofSeconds(31));

        assertThat(click(bobs, "link-confirm", bob).fallbackText())
                .isEqualTo("bo on Slack has no role there right now, or the platform does not say."
                        + " Nothing was linked; try again once that is settled.");

        assertThat(accountsOf(bo)).containsExactly(bo.account());
    }

    @Test
    void takesNoClickFromTheOtherSide() {
        Message bobs = asked();

        assertThat(click(bobs, "link-confirm", bo).fallbackText()).isEqualTo("This button is for somebody else.");
        assertThat(click(bobs, "link-refuse", bo).fallbackText()).isEqualTo("This button is for somebody else.");
    }

    @Test
    void explainsEachRefusalOfACode() {
        String code = typed(code(bo));
        bot.clock().advance(AccountLinking.VALID);

        assertThat(enter(bob, code).fallbackText()).startsWith("This code has expired.");
        assertThat(enter(bo, typed(code(bo))).fallbackText()).startsWith("This code was made on Slack too.");
        assertThat(enter(bob, "2222-2222").fallbackText()).startsWith("Nobody has this code.");
    }

    @Test
    void saysWhenTheNextTryIsPossible() {
        for (int n = 0; n < 5; n++) {
            enter(bob, "2222-2222");
        }

        assertThat(enter(bob, "2222-2222").fallbackText())
                .isEqualTo("Too many wrong codes. Your next try is possible 10:15 UTC");
    }

    @Test
    void isForTwoPlatformsOnly() {
        assertThat(new LinkMessages(bot.get(People.class), bot.get(ChatSettings.class), List.of(slack))
                        .knowsAnotherPlatformThan(bo.account()))
                .isFalse();
    }

    @Test
    void removesALinkAndTellsTheOther() {
        Message bobs = asked();
        click(askedBo(), "link-confirm", bo);
        click(bobs, "link-confirm", bob);

        Message removed = read(bot.get(LinkRemove.class).handle(new LinkRemove.Arguments(), bob));

        assertThat(removed.fallbackText()).isEqualTo("✔ Not linked any more: Bo Lind on Slack.");
        assertThat(letters.of(bo).getLast().fallbackText()).startsWith("Bob L. on Discord is not linked to you");
        assertThat(accountsOf(bo)).containsExactly(bo.account());
        assertThat(read(bot.get(LinkRemove.class).handle(new LinkRemove.Arguments(), bob))
                        .fallbackText())
                .startsWith("This account is not linked.");
    }
}
