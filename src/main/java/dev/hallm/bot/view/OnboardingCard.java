package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.CardSource;
import dev.hallm.bot.onboarding.Onboarding;
import dev.hallm.bot.onboarding.Onboarding.Item;
import dev.hallm.bot.onboarding.OnboardingState;
import dev.hallm.bot.onboarding.Onboardings;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.OperationRow;
import dev.hallm.bot.operation.OperationRow.State;
import dev.hallm.bot.operation.Operations;
import dev.hallm.bot.operation.Signal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The live checklist of an onboarding; two lines once it is over. */
@Component
class OnboardingCard implements CardSource {
    static final String KIND = "onboarding";

    private final Onboardings onboardings;
    private final Scorecard scorecard;
    private final Operations operations;
    private final Clock clock;

    OnboardingCard(Onboardings onboardings, Scorecard scorecard, Operations operations, Clock clock) {
        this.onboardings = onboardings;
        this.scorecard = scorecard;
        this.operations = operations;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Message> render(String id) {
        var operation = new OperationId(id);
        return onboardings.find(operation).map(this::card).map(card -> scorecard.on(card, operation));
    }

    private Message card(Onboarding onboarding) {
        return switch (onboarding.state()) {
            case COMPLETE -> complete(onboarding);
            case CANCELLED -> over(onboarding, Tone.NEUTRAL, "onboarding.cancelled");
            case ROLLED_BACK -> over(onboarding, Tone.NEUTRAL, "onboarding.rolled-back");
            case ROLLING_BACK -> rollingBack(onboarding);
            case ROLLBACK_FAILED -> rollBackFailed(onboarding);
            case OnboardingState state when state.isFailed() -> failed(onboarding);
            case OnboardingState _ -> running(onboarding);
        };
    }

    private Message running(Onboarding onboarding) {
        String now = onboarding.state().item().map(OnboardingWords::item).orElse("");
        Optional<OperationRow> row = operations.find(onboarding.operation());
        var blocks = new ArrayList<Block>(List.of(title(onboarding), checklist(onboarding), started(onboarding)));
        Optional<String> note = row.flatMap(OnboardingCard::note);
        note.ifPresent(words -> blocks.add(Block.Text.note(Span.plain(words))));
        if (row.flatMap(OperationRow::asked).isPresent()) {
            blocks.add(OnboardingButtons.detailsOf(onboarding));
        } else {
            blocks.addAll(OnboardingButtons.of(onboarding));
        }
        String fallback = text(
                "onboarding.fallback.running",
                "tenant",
                onboarding.tenant(),
                "progress",
                OnboardingWords.progress(onboarding),
                "item",
                now);
        return new Message(note.map(words -> fallback + " " + words).orElse(fallback), Tone.PROGRESS, blocks);
    }

    private static Optional<String> note(OperationRow row) {
        return row.asked()
                .map(signal -> text(signal == Signal.CANCEL ? "onboarding.asked.cancel" : "onboarding.asked.roll-back"))
                .or(() -> row.state() == State.QUEUED
                        ? Optional.of(text(
                                "onboarding.queued", "tenant", row.operation().tenant()))
                        : Optional.empty());
    }

    private Message failed(Onboarding onboarding) {
        Item item = OnboardingWords.failedItem(onboarding).orElseThrow();
        String line = OnboardingWords.item(item.item()) + ": " + item.detail();
        String next = item.advice().isEmpty() ? text("onboarding.failed.next") : item.advice();
        var blocks = new ArrayList<Block>(List.of(title(onboarding), checklist(onboarding)));
        evidence(item).ifPresent(blocks::add);
        blocks.add(Block.Text.note(Span.plain(next)));
        blocks.addAll(OnboardingButtons.of(onboarding));
        String fallback = text(
                "onboarding.fallback.failed",
                "tenant",
                onboarding.tenant(),
                "progress",
                OnboardingWords.progress(onboarding),
                "what",
                line,
                "next",
                next);
        return new Message(fallback, Tone.BAD, blocks);
    }

    private static Optional<Block> evidence(Item item) {
        return item.evidence().isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Text(Block.Text.Style.QUOTE, List.of(Span.plain(item.evidence()))));
    }

    private static Message complete(Onboarding onboarding) {
        String line =
                text("onboarding.complete", "tenant", onboarding.tenant(), "took", OnboardingWords.took(onboarding));
        return Message.of(Tone.GOOD, line, title(onboarding), Block.Text.body(Span.plain(line)));
    }

    private static Message over(Onboarding onboarding, Tone tone, String caption) {
        String line = text(caption, "tenant", onboarding.tenant());
        var blocks = new ArrayList<Block>(List.of(title(onboarding), Block.Text.body(Span.plain(line))));
        blocks.addAll(OnboardingButtons.of(onboarding));
        return new Message(line, tone, blocks);
    }

    private Message rollingBack(Onboarding onboarding) {
        return Message.of(
                Tone.PROGRESS,
                text("onboarding.fallback.rolling-back", "tenant", onboarding.tenant()),
                rollBackTitle(onboarding),
                rollBackSteps(onboarding),
                OnboardingButtons.detailsOf(onboarding));
    }

    private Message rollBackFailed(Onboarding onboarding) {
        var blocks = new ArrayList<Block>(List.of(rollBackTitle(onboarding), rollBackSteps(onboarding)));
        blocks.add(Block.Text.note(Span.plain(text("onboarding.rollback-failed.next"))));
        blocks.addAll(OnboardingButtons.of(onboarding));
        String fallback =
                text("onboarding.fallback.rollback-failed", "tenant", onboarding.tenant(), "why", onboarding.detail());
        return new Message(fallback, Tone.BAD, blocks);
    }

    private static Block rollBackTitle(Onboarding onboarding) {
        return Block.Text.heading(text("onboarding.rollback.title", "tenant", onboarding.tenant()));
    }

    private Block rollBackSteps(Onboarding onboarding) {
        return operations
                .find(onboarding.operation())
                .map(row -> RollBackChecklist.of(row, onboarding.detail(), clock.instant()))
                .orElseGet(() -> new Block.Checklist(List.of()));
    }

    private static Block title(Onboarding onboarding) {
        return Block.Text.heading(text(
                "onboarding.title", "tenant", onboarding.tenant(), "progress", OnboardingWords.progress(onboarding)));
    }

    private static Block started(Onboarding onboarding) {
        return Block.Text.note(
                Span.plain(text("onboarding.started") + " "), new Span.Time(onboarding.startedAt(), true));
    }

    private Block.Checklist checklist(Onboarding onboarding) {
        return ItemLines.of(onboarding, clock.instant());
    }
}
