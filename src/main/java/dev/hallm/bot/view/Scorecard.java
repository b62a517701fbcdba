package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.checks.Scorecards;
import dev.hallm.bot.cluster.TenantChecks.Finding;
import dev.hallm.bot.cluster.TenantChecks.State;
import dev.hallm.bot.operation.OperationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What the checks of an onboarding found, for its card. */
@Component
class Scorecard {
    private final Scorecards scorecards;

    Scorecard(Scorecards scorecards) {
        this.scorecards = scorecards;
    }

    /** The card with the scorecard above its buttons, once there is one. */
    Message on(Message card, OperationId operation) {
        List<Finding> findings = scorecards.of(operation);
        if (findings.isEmpty()) {
            return card;
        }
        var blocks = new ArrayList<>(card.blocks());
        int end = !blocks.isEmpty() && blocks.getLast() instanceof Block.Buttons ? blocks.size() - 1 : blocks.size();
        blocks.addAll(end, blocks(findings));
        return new Message(card.fallbackText(), card.tone(), blocks);
    }

    private static List<Block> blocks(List<Finding> findings) {
        var blocks = new ArrayList<Block>();
        blocks.add(Block.Text.body(Span.plain(text("checks.title"))));
        blocks.add(new Block.Checklist(findings.stream().map(Scorecard::item).toList()));
        if (findings.stream().anyMatch(finding -> finding.state() == State.PENDING)) {
            blocks.add(Block.Text.note(Span.plain(text("checks.pending"))));
        }
        return blocks;
    }

    private static Block.Item item(Finding finding) {
        String label = text("checks." + finding.check().name().toLowerCase(Locale.ROOT));
        return new Block.Item(label, state(finding.state()), finding.evidence());
    }

    private static Block.ItemState state(State state) {
        return switch (state) {
            case OK -> Block.ItemState.DONE;
            case PENDING -> Block.ItemState.RUNNING;
            case FAILED -> Block.ItemState.FAILED;
            case NOT_APPLICABLE -> Block.ItemState.SKIPPED;
        };
    }
}
