package dev.hallm.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.checks.Scorecards;
import dev.hallm.bot.cluster.TenantChecks.Finding;
import dev.hallm.bot.onboarding.OnboardingEvent;
import dev.hallm.bot.onboarding.Onboardings;
import dev.hallm.bot.operation.ChecklistItem;
import dev.hallm.bot.operation.Lifecycle;
import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.OperationEvent;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.OperationRow;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.operation.StepResult;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;

/** The card of one onboarding, and how it comes to each of its states. */
abstract class OnboardingCardBench {
    static final Operation ADA = Samples.provision("ada");

    @AutoClose
    final ViewBench bench = new ViewBench();

    final OperationId id = bench.get(Operations.class).startApproved(ADA, "r1");

    final Message card() {
        return bench.card(OnboardingCard.class, id.value());
    }

    final Block.Checklist checklist() {
        return ViewBench.blocks(card(), Block.Checklist.class).getFirst();
    }

    final void done(ChecklistItem... items) {
        Stream.of(items).forEach(item -> {
            bench.bot().clock().advance(Duration.ofSeconds(3));
            bench.bot().publish(new OperationEvent.ItemDone(id, ADA, item));
        });
    }

    final void failed(ChecklistItem item, String why) {
        failed(item, new StepResult.Failed(why));
    }

    /** As the runner does it: steps end until this item's first one is next, which fails. */
    final void failed(ChecklistItem item, StepResult.Failed failure) {
        while (row().current().item() != item) {
            bench.get(Lifecycle.class).stepDone(row(), new StepResult.Done());
        }
        bench.get(Lifecycle.class).stepFailed(row(), failure);
    }

    final OperationRow row() {
        return bench.get(Operations.class).find(id).orElseThrow();
    }

    final void wish(OnboardingEvent event) {
        assertThat(bench.get(Onboardings.class).signal(id, event, Samples.BO, "because"))
                .isTrue();
    }

    final void scored(Finding... findings) {
        bench.bot().inTransaction(() -> bench.get(Scorecards.class).record(id, List.of(findings)));
    }
}
