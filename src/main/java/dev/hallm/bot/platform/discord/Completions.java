package dev.hallm.bot.platform.discord;

import dev.hallm.bot.command.Dispatcher;
import dev.hallm.bot.identity.ChatAccount;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers while somebody types; with nothing rather than too late. */
final class Completions {
    private static final Logger LOG = LoggerFactory.getLogger(Completions.class);
    private static final int MOST = 25;
    private static final int LONGEST = 100;
    private static final long LONGEST_WAIT_MILLIS = 1_500;

    private final Dispatcher dispatcher;
    private final Executor background = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("discord-completion-", 0).factory());

    Completions(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    void answer(CommandAutoCompleteInteractionEvent event, ChatAccount account, String path) {
        var focused = event.getFocusedOption();
        List<Choice> choices =
                inTime(() -> dispatcher.complete(account, path, focused.getName(), focused.getValue())).stream()
                        .filter(found -> !found.text().isBlank() && found.text().length() <= LONGEST)
                        .limit(MOST)
                        .map(Completions::choice)
                        .toList();
        event.replyChoices(choices)
                .queue(_ -> {}, failure -> LOG.debug("a completion came too late: {}", failure.getClass()));
    }

    private List<Dispatcher.Completion> inTime(Supplier<List<Dispatcher.Completion>> search) {
        try {
            return CompletableFuture.supplyAsync(search, background).get(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return List.of();
        } catch (ExecutionException e) {
            LOG.warn("a completion failed", e.getCause());
            return List.of();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static Choice choice(Dispatcher.Completion found) {
        String name = found.hint().isBlank() ? found.label() : found.label() + " · " + found.hint();
        return new Choice(CleanText.shown(name, LONGEST), found.text());
    }
}
