package dev.hallm.bot.command;

import dev.hallm.bot.chat.port.Delivery;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/**
 * Counts what people did and what came of it, {@code hallm.interactions}; commands are known paths and verbs only, so that
 * nobody's typing makes new series.
 */
@Component
class Interactions {
    static final String NOT_STORED = "not_stored";
    static final String FORM = "form";
    static final String FAILED = "failed";

    private static final String UNKNOWN = "unknown";

    private final MeterRegistry registry;
    private final Catalogue catalogue;
    private final ActionVerbs verbs;

    Interactions(MeterRegistry registry, Catalogue catalogue, ActionVerbs verbs) {
        this.registry = registry;
        this.catalogue = catalogue;
        this.verbs = verbs;
    }

    void count(Delivery delivery, Outcome outcome) {
        count(delivery, word(outcome));
    }

    void count(Delivery delivery, String outcome) {
        registry.counter(
                        "hallm.interactions",
                        "platform",
                        delivery.from().platform(),
                        "command",
                        command(delivery.content()),
                        "outcome",
                        outcome)
                .increment();
    }

    private String command(Delivery.Content content) {
        return switch (content) {
            case Delivery.Words(String line) when line.isBlank() -> "help";
            case Delivery.Words(String line) ->
                catalogue
                        .match(line)
                        .map(match -> match.command().spec().path())
                        .orElse(UNKNOWN);
            case Delivery.Submission submission -> named(submission.form());
            case Delivery.Click click -> named(click.action());
            case Delivery.Home _ -> "home";
        };
    }

    private String named(String id) {
        return verbs.of(id)
                .map(Action::verb)
                .or(() -> catalogue.find(id).map(command -> command.spec().path()))
                .orElse(UNKNOWN);
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answer _,
                    Outcome.Replace _,
                    Outcome.Silent _,
                    Outcome.ShowHome _,
                    Outcome.Whisper _,
                    Outcome.HandOver _ -> "answered";
            case Outcome.Refuse _, Outcome.Misfit _ -> "refused";
            case Outcome.Submit _ -> "submitted";
            case Outcome.Decide _ -> "decided";
        };
    }
}
