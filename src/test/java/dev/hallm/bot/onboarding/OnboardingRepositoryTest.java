package dev.hallm.bot.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.onboarding.Onboarding.Item;
import dev.hallm.bot.onboarding.Onboarding.ItemState;
import dev.hallm.bot.operation.ChecklistItem;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.StepResult;
import dev.hallm.bot.storage.Database;
import dev.hallm.bot.storage.Databases;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.OnEachDatabase;
import dev.hallm.bot.tenant.TenantName;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class OnboardingRepositoryTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final OperationId ID = new OperationId("o1");
    private static final TenantName ADA = new TenantName("ada");

    @AutoClose
    private final Database database;

    private final OnboardingRepository rows;

    OnboardingRepositoryTest(Db kind) {
        database = Databases.fresh(kind);
        rows = new OnboardingRepository(database.jdbc());
        rows.insert(ID, ADA, NOW);
    }

    private Onboarding stored() {
        return rows.find(ID).orElseThrow();
    }

    private Item item(ChecklistItem item) {
        return stored().items().stream()
                .filter(stored -> stored.item() == item)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void beginsWithEveryItemToDoInTheOrderOfWork() {
        assertThat(stored().items()).extracting(Item::item).containsExactly(ChecklistItem.values());
        assertThat(stored().items()).extracting(Item::state).containsOnly(ItemState.OPEN);
        assertThat(stored().state()).isEqualTo(OnboardingState.APPROVED);
    }

    @Test
    void keepsWhatIsDoneWhenItIsInsertedAgain() {
        rows.endItem(ID, ChecklistItem.NAMESPACE, ItemState.DONE, "", NOW);

        rows.insert(ID, ADA, NOW.plusSeconds(60));

        assertThat(stored().items()).hasSize(ChecklistItem.values().length);
        assertThat(stored().done()).isEqualTo(1);
        assertThat(stored().startedAt()).isEqualTo(NOW);
    }

    @Test
    void movesOnceFromAVersion() {
        Onboarding read = stored();

        assertThat(rows.move(read, OnboardingState.NAMESPACE, NOW)).isTrue();
        assertThat(rows.move(read, OnboardingState.COMPLETE, NOW)).isFalse();

        assertThat(stored().state()).isEqualTo(OnboardingState.NAMESPACE);
    }

    @Test
    void endsWithCompletion() {
        rows.move(stored(), OnboardingState.WELCOME, NOW);
        assertThat(stored().finishedAt()).isNull();

        rows.move(stored(), OnboardingState.COMPLETE, NOW.plusSeconds(9));

        assertThat(stored().finishedAt()).isEqualTo(NOW.plusSeconds(9));
    }

    @Test
    void keepsTheFirstStartOfAnItemThatIsRetried() {
        rows.startItem(ID, ChecklistItem.STACK, NOW);
        rows.endItem(ID, ChecklistItem.STACK, ItemState.FAILED, "no such image", NOW.plusSeconds(5));

        rows.startItem(ID, ChecklistItem.STACK, NOW.plusSeconds(60));

        assertThat(item(ChecklistItem.STACK))
                .isEqualTo(new Item(ChecklistItem.STACK, ItemState.RUNNING, "", "", "", null, NOW, null));
    }

    @Test
    void saysWhyAnItemFailed() {
        rows.startItem(ID, ChecklistItem.STACK, NOW);

        rows.endItem(ID, ChecklistItem.STACK, ItemState.FAILED, "no such image", NOW.plusSeconds(5));

        assertThat(item(ChecklistItem.STACK))
                .isEqualTo(new Item(
                        ChecklistItem.STACK, ItemState.FAILED, "no such image", "", "", null, NOW, NOW.plusSeconds(5)));
    }

    @Test
    void keepsEvidenceAndAdviceUntilTheItemRunsAgain() {
        rows.startItem(ID, ChecklistItem.STACK, NOW);
        rows.prove(ID, ChecklistItem.STACK, new StepResult.Failed("no such image", "x".repeat(501), "Correct it."));
        assertThat(item(ChecklistItem.STACK).evidence()).hasSize(500);
        assertThat(item(ChecklistItem.STACK).advice()).isEqualTo("Correct it.");

        rows.startItem(ID, ChecklistItem.STACK, NOW);

        assertThat(item(ChecklistItem.STACK).evidence()).isEmpty();
        assertThat(item(ChecklistItem.STACK).advice()).isEmpty();
    }

    @Test
    void tellsEveryFewSecondsHowLongAnItemHasBeenWaiting() {
        rows.startItem(ID, ChecklistItem.STACK, NOW);
        assertThat(rows.isTimeToTell(ID, ChecklistItem.STACK, NOW.plusSeconds(9)))
                .isFalse();
        rows.explain(ID, ChecklistItem.STACK, "Ollama is starting", NOW);

        assertThat(rows.isTimeToTell(ID, ChecklistItem.STACK, NOW.plusSeconds(4)))
                .isFalse();
        assertThat(rows.isTimeToTell(ID, ChecklistItem.STACK, NOW.plusSeconds(5)))
                .isTrue();
        assertThat(rows.isTimeToTell(ID, ChecklistItem.STACK, NOW.plusSeconds(9)))
                .isFalse();
        assertThat(rows.isTimeToTell(ID, ChecklistItem.STACK, NOW.plusSeconds(10)))
                .isTrue();
    }

    @Test
    void leavesWhatRanToBeDoneWhenItStops() {
        rows.startItem(ID, ChecklistItem.STACK, NOW);
        rows.explain(ID, ChecklistItem.STACK, "Ollama is starting", NOW);

        rows.reopenItems(ID);

        assertThat(item(ChecklistItem.STACK).state()).isEqualTo(ItemState.OPEN);
        assertThat(item(ChecklistItem.STACK).detail()).isEmpty();
    }

    @Test
    void listsWhatIsNotOverByTheBeginningOfItsName() {
        rows.insert(new OperationId("o2"), new TenantName("adam"), NOW);
        rows.insert(new OperationId("o3"), new TenantName("bea"), NOW);
        rows.move(stored(), OnboardingState.CANCELLED, NOW);

        assertThat(rows.unfinished("a", 25)).extracting(Onboarding::tenant).containsExactly(new TenantName("adam"));
        assertThat(rows.unfinished("%", 1)).hasSize(1);
    }

    @Test
    void saysOnceWhatARunningItemWaitsFor() {
        rows.startItem(ID, ChecklistItem.STACK, NOW);

        assertThat(rows.explain(ID, ChecklistItem.STACK, "Ollama is starting", NOW))
                .isTrue();
        assertThat(rows.explain(ID, ChecklistItem.STACK, "Ollama is starting", NOW))
                .isFalse();

        assertThat(item(ChecklistItem.STACK).detail()).isEqualTo("Ollama is starting", NOW);
    }

    @Test
    void keepsSinceWhenItWaitsUntilItWaitsForSomethingElse() {
        rows.startItem(ID, ChecklistItem.STACK, NOW);
        rows.explain(ID, ChecklistItem.STACK, "image pulling", NOW.plusSeconds(3));
        rows.explain(ID, ChecklistItem.STACK, "image pulling", NOW.plusSeconds(9));
        assertThat(item(ChecklistItem.STACK).waitsSince()).isEqualTo(NOW.plusSeconds(3));

        rows.explain(ID, ChecklistItem.STACK, "Ollama is starting", NOW.plusSeconds(40));

        assertThat(item(ChecklistItem.STACK).waitsSince()).isEqualTo(NOW.plusSeconds(40));
    }

    @Test
    void forgetsAWaitThatIsOver() {
        rows.startItem(ID, ChecklistItem.STACK, NOW);
        rows.explain(ID, ChecklistItem.STACK, "image pulling", NOW.plusSeconds(3));

        rows.explain(ID, ChecklistItem.STACK, "", NOW.plusSeconds(9));

        assertThat(item(ChecklistItem.STACK).waitsSince()).isNull();
    }

    @Test
    void explainsNothingThatDoesNotRun() {
        assertThat(rows.explain(ID, ChecklistItem.STACK, "Ollama is starting", NOW))
                .isFalse();
    }

    @Test
    void shortensALongReason() {
        rows.endItem(ID, ChecklistItem.STACK, ItemState.FAILED, "x".repeat(1001), NOW);

        assertThat(item(ChecklistItem.STACK).detail()).hasSize(1000);
    }

    @Test
    void findsTheLatestOfATenant() {
        rows.insert(new OperationId("o0"), ADA, NOW.plusSeconds(60));
        rows.insert(new OperationId("o2"), new TenantName("bea"), NOW.plusSeconds(120));

        assertThat(rows.latestOf(ADA)).map(Onboarding::operation).contains(new OperationId("o0"));
    }
}
