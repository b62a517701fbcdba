package dev.hallm.bot.command.general;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.ItemState;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Finding;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.chat.port.SelfCheck;
import dev.hallm.bot.chat.port.Subject;
import dev.hallm.bot.chat.port.Urgency;
import dev.hallm.bot.doctor.Doctor;
import dev.hallm.bot.doctor.Setup;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.storage.MutableClock;
import dev.hallm.bot.tenant.Tenant;
import dev.hallm.bot.tenant.TenantName;
import dev.hallm.bot.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class SetupWatchTest {
    private final ChatAccount ana = ChatAccount.parse("slack:T1/U1");
    private final Person admin = new Person(ana, "Ana", Set.of(Role.ADMIN));
    private final List<Finding> findings = new ArrayList<>();
    private final List<Subject> refreshed = new ArrayList<>();
    private final MutableClock clock = new MutableClock();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    @BeforeEach
    void start() {
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Outbox.class, () -> new Refreshes(refreshed));
        context.registerBean(Tenants.class, NoTenants::new);
        context.registerBean(SelfCheck.class, () -> new SelfCheck() {
            @Override
            public String subject() {
                return "everything";
            }

            @Override
            public List<Finding> findings() {
                return List.copyOf(findings);
            }
        });
        context.register(Doctor.class, Setup.class, SetupWatch.class, SetupSection.class);
        context.refresh();
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void ticksWhatIsDone() {
        findings.add(Finding.of("HB-S22", "purpose", "approvals", "channel", "ops", "bot", "hallm"));
        findings.add(Finding.fine("HB-B03"));
        examine();

        List<Block.Item> items = checklist(admin);

        assertThat(items)
                .extracting(Block.Item::state)
                .containsExactly(
                        ItemState.DONE, ItemState.DONE, ItemState.DONE, ItemState.OPEN, ItemState.DONE, ItemState.OPEN);
        assertThat(items.get(3).detail())
                .isEqualTo("The bot is not in #ops, the channel for approvals, and cannot post there.");
    }

    @Test
    void isForAdminsOnly() {
        examine();

        assertThat(section().of(new Person(ana, "Ana", Set.of(Role.USER, Role.APPROVER))))
                .isEmpty();
    }

    @Test
    void refreshesTheHomesThatShowItWhenAnItemChanges() {
        findings.add(Finding.of("HB-K02", "address", "here", "why", "no connection"));
        examine();
        assertThat(checklist(admin)).isNotEmpty();
        watch().look();
        assertThat(refreshed).isEmpty();

        findings.clear();
        watch().look();

        assertThat(refreshed).containsExactly(new Subject("home", ana.toString()));
    }

    @Test
    void drawsItOnceTheFirstExaminationIsOver() {
        assertThat(section().of(admin)).isEmpty();

        watch().look();

        assertThat(refreshed).containsExactly(new Subject("home", ana.toString()));
        assertThat(checklist(admin)).isNotEmpty();
    }

    @Test
    void restsWhenNobodyHasLookedForAWhile() {
        section().of(admin);
        clock.advance(Duration.ofMinutes(16));

        watch().look();

        assertThat(context.getBean(Doctor.class).last()).isEmpty();
    }

    private void examine() {
        context.getBean(Doctor.class).examine();
    }

    private SetupSection section() {
        return context.getBean(SetupSection.class);
    }

    private SetupWatch watch() {
        return context.getBean(SetupWatch.class);
    }

    private List<Block.Item> checklist(Person reader) {
        return section().of(reader).stream()
                .filter(Block.Checklist.class::isInstance)
                .flatMap(block -> ((Block.Checklist) block).items().stream())
                .toList();
    }

    /** No tenant yet. */
    private static final class NoTenants implements Tenants {
        @Override
        public Optional<Tenant> find(TenantName name) {
            return Optional.empty();
        }

        @Override
        public Collection<Tenant> all() {
            return List.of();
        }

        @Override
        public Duration staleness() {
            return Duration.ZERO;
        }
    }

    /** Remembers what was refreshed. */
    private record Refreshes(List<Subject> subjects) implements Outbox {
        @Override
        public void send(String key, Destination to, Message message) {
            throw new AssertionError("nothing is sent");
        }

        @Override
        public void postCard(String key, Destination to, Subject subject) {
            throw new AssertionError("nothing is posted");
        }

        @Override
        public void refresh(Subject subject, Urgency urgency) {
            subjects.add(subject);
        }

        @Override
        public void replyTo(Subject subject, String key, Message message) {
            throw new AssertionError("nothing is replied to");
        }

        @Override
        public void retry(String key) {
            throw new AssertionError("nothing is retried");
        }

        @Override
        public Optional<State> stateOf(String key) {
            return Optional.empty();
        }

        @Override
        public boolean stoodIn(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Message> find(String key) {
            return Optional.empty();
        }
    }
}
