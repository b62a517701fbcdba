package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.chat.port.Destination;
import dev.hallm.bot.chat.port.Outbox;
import dev.hallm.bot.cluster.TenantCredentials;
import dev.hallm.bot.cluster.TenantCredentials.Strays;
import dev.hallm.bot.identity.LinkedAccounts;
import dev.hallm.bot.operation.OperationId;
import dev.hallm.bot.operation.Step;
import dev.hallm.bot.operation.StepHandler;
import dev.hallm.bot.operation.StepResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells owner and requester that credentials are new; keys make a second run send nothing. */
@Component
class RotationNotice implements StepHandler {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Outbox outbox;
    private final TenantCredentials credentials;
    private final LinkedAccounts links;
    private final People people;
    private final IngressWords ingress;

    RotationNotice(
            Outbox outbox, TenantCredentials credentials, LinkedAccounts links, People people, IngressWords ingress) {
        this.outbox = outbox;
        this.credentials = credentials;
        this.links = links;
        this.people = people;
        this.ingress = ingress;
    }

    @Override
    public Set<Class<? extends Step>> handles() {
        return Set.of(Step.TellRotated.class);
    }

    @Override
    public StepResult run(Step step, OperationId operation, Duration waited) {
        Step.TellRotated rotated = (Step.TellRotated) step;
        Strays strays = credentials.strays(rotated.tenant());
        if (strays instanceof Strays.Unknown(String why) && waited.compareTo(LONGEST_WAIT) < 0) {
            return new StepResult.RetryLater(SOON, why);
        }
        boolean own = links.accountsOf(rotated.requester()).contains(rotated.owner());
        String key = "rotated:" + operation;
        outbox.send(key, new Destination.Direct(rotated.requester()), message(rotated, strays, own, own));
        if (!own) {
            outbox.send(key + "@owner", new Destination.Direct(rotated.owner()), message(rotated, strays, true, false));
        }
        return new StepResult.Done();
    }

    private Message message(Step.TellRotated rotated, Strays strays, boolean toOwner, boolean byOwner) {
        String what = byOwner || !toOwner
                ? text("rotate.done", "tenant", rotated.tenant(), "asks", ingress.renewed())
                : text(
                        "rotate.done.by",
                        "tenant",
                        rotated.tenant(),
                        "by",
                        people.name(rotated.requester()),
                        "asks",
                        ingress.renewed());
        var blocks = new ArrayList<Block>();
        blocks.add(Block.Text.body(Span.plain(what)));
        blocks.addAll(strays(strays));
        if (toOwner) {
            blocks.add(Block.Buttons.of(AccessCard.showOnce(rotated.tenant(), rotated.owner())));
        }
        return new Message(what, Tone.GOOD, blocks);
    }

    private static List<Block> strays(Strays strays) {
        return switch (strays) {
            case Strays.Found(List<String> names) when names.isEmpty() -> List.of();
            case Strays.Found(List<String> names) ->
                List.of(
                        Block.Text.body(Span.strong(text("rotate.strays"))),
                        new Block.Code(String.join("\n", names)),
                        Block.Text.note(Span.plain(text("rotate.strays.next"))));
            case Strays.Unknown(String why) ->
                List.of(Block.Text.note(Span.plain(text("rotate.strays.unknown", "why", why))));
        };
    }
}
