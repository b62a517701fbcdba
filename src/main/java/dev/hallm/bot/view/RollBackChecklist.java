package dev.hallm.bot.view;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.operation.OperationRow;
import dev.hallm.bot.operation.OperationRow.State;
import dev.hallm.bot.operation.Step;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** The steps of a roll back, ticked as far as it is. */
final class RollBackChecklist {
    private RollBackChecklist() {}

    /**
     * The checklist.
     *
     * @param detail what the current step waits for or why it failed
     */
    static Block of(OperationRow row, String detail, Instant now) {
        List<Step> plan = row.plan();
        return new Block.Checklist(IntStream.range(0, plan.size())
                .mapToObj(step -> line(row, plan.get(step), step, detail, now))
                .toList());
    }

    private static Block.Item line(OperationRow row, Step step, int index, String detail, Instant now) {
        Block.ItemState state = state(row, index);
        return new Block.Item(
                OnboardingWords.step(step.word()),
                state,
                switch (state) {
                    case RUNNING -> detail.isEmpty() ? "" : detail + Waits.since(row.stepSince(), now);
                    case FAILED -> detail;
                    case OPEN, DONE, SKIPPED -> "";
                });
    }

    private static Block.ItemState state(OperationRow row, int index) {
        if (index < row.step() || row.state() == State.UNDONE) {
            return Block.ItemState.DONE;
        }
        if (index > row.step()) {
            return Block.ItemState.OPEN;
        }
        return row.state() == State.UNDO_FAILED ? Block.ItemState.FAILED : Block.ItemState.RUNNING;
    }
}
