package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.CardSource;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.onboarding.Onboarding;
import dev.hallm.bot.onboarding.Onboarding.Item;
import dev.hallm.bot.onboarding.Onboarding.ItemState;
import dev.hallm.bot.onboarding.OnboardingState;
import dev.hallm.bot.onboarding.Onboardings;
import dev.hallm.bot.operation.OperationId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The live checklist of an onboarding; two lines once it is complete. */
@Component
class OnboardingCard implements CardSource {
    static final String KIND = "onboarding";

    private final Onboardings onboardings;
    private final Scorecard scorecard;

    OnboardingCard(Onboardings onboardings, Scorecard scorecard) {
        this.onboardings = onboardings;
        this.scorecard = scorecard;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Message> render(String id) {
        var operation = new OperationId(id);
        return onboardings.find(operation).map(OnboardingCard::card).map(card -> scorecard.on(card, operation));
    }

    private static Message card(Onboarding onboarding) {
        if (onboarding.state() == OnboardingState.COMPLETE) {
            return complete(onboarding);
        }
        return onboarding.state().isFailed() ? failed(onboarding) : running(onboarding);
    }

    private static Message running(Onboarding onboarding) {
        String now = onboarding.state().item().map(item -> label(item.name())).orElse("");
        return Message.of(
                Tone.PROGRESS,
                text(
                        "onboarding.fallback.running",
                        "tenant",
                        onboarding.tenant(),
                        "progress",
                        progress(onboarding),
                        "item",
                        now),
                title(onboarding),
                checklist(onboarding),
                started(onboarding));
    }

    private static Message failed(Onboarding onboarding) {
        Item item = failedItem(onboarding).orElseThrow();
        String line = label(item.item().name()) + ": " + item.detail();
        return Message.of(
                Tone.BAD,
                text(
                        "onboarding.fallback.failed",
                        "tenant",
                        onboarding.tenant(),
                        "progress",
                        progress(onboarding),
                        "what",
                        line),
                title(onboarding),
                checklist(onboarding),
                Block.Text.note(Span.plain(text("onboarding.failed.next"))),
                Block.Buttons.of(retry(onboarding)));
    }

    private static Message complete(Onboarding onboarding) {
        String took = onboarding.finishedAt() == null
                ? ""
                : Durations.text(Duration.between(onboarding.startedAt(), onboarding.finishedAt()));
        String line = text("onboarding.complete", "tenant", onboarding.tenant(), "took", took);
        return Message.of(Tone.GOOD, line, title(onboarding), Block.Text.body(Span.plain(line)));
    }

    private static Button retry(Onboarding onboarding) {
        return Button.primary(
                text("button.retry"),
                text("button.retry") + " " + onboarding.tenant(),
                ActionRequest.of(
                        "retry",
                        Map.of("operation", onboarding.operation().value(), "version", "" + onboarding.version()),
                        Clickers.holding(Role.ADMIN, Role.APPROVER)));
    }

    private static Block title(Onboarding onboarding) {
        return Block.Text.heading(
                text("onboarding.title", "tenant", onboarding.tenant(), "progress", progress(onboarding)));
    }

    private static Block started(Onboarding onboarding) {
        return Block.Text.note(
                Span.plain(text("onboarding.started") + " "), new Span.Time(onboarding.startedAt(), true));
    }

    private static String progress(Onboarding onboarding) {
        return onboarding.done() + " of " + onboarding.items().size();
    }

    /** The checklist alone, for other messages too. */
    static Block.Checklist checklist(Onboarding onboarding) {
        List<Block.Item> items = onboarding.items().stream()
                .map(item -> new Block.Item(
                        label(item.item().name()),
                        Block.ItemState.valueOf(item.state().name()),
                        detail(item)))
                .toList();
        return new Block.Checklist(items);
    }

    private static Optional<Item> failedItem(Onboarding onboarding) {
        return onboarding.items().stream()
                .filter(item -> item.state() == ItemState.FAILED)
                .findFirst();
    }

    private static String detail(Item item) {
        return switch (item.state()) {
            case OPEN -> "";
            case RUNNING, FAILED -> item.detail();
            case DONE ->
                item.startedAt() == null || item.finishedAt() == null
                        ? ""
                        : Durations.text(Duration.between(item.startedAt(), item.finishedAt()));
        };
    }

    private static String label(String item) {
        return text("onboarding.item." + item.toLowerCase(Locale.ROOT));
    }
}
