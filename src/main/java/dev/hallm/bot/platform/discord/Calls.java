package dev.hallm.bot.platform.discord;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.AttachedFile;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** Makes requests and waits for what becomes of them, never longer than a sender can. */
final class Calls {
    private static final Duration LONGEST_QUEUED = Duration.ofSeconds(6);
    private static final Duration LONGEST = Duration.ofSeconds(9);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofSeconds(10);
    private static final Duration MUCH_LATER = Duration.ofMinutes(1);

    /** Limits that come as refusals: slow mode, writes to a channel or guild, direct messages opened too fast, overload. */
    private static final Set<Integer> LIMITS =
            Set.of(20_016, 20_022, 20_028, 20_029, 31_001, 40_003, 40_004, 40_062, 40_333, 130_000);

    private static final int UNAUTHORIZED = 401;
    private static final int INVALID_WEBHOOK_TOKEN = 50_027;
    private static final int TOO_MANY = 429;

    private Calls() {}

    static Answer call(JDA jda, Route.CompiledRoute route, @Nullable DataObject json) {
        return call(jda, route, json, List.of());
    }

    static Answer call(
            JDA jda, Route.CompiledRoute route, @Nullable DataObject json, Collection<? extends AttachedFile> files) {
        return await(new Call(jda, route, json, files));
    }

    /** Gives a request up while it still queues, so that it cannot be sent after its repetition. */
    private static Answer await(RestAction<DataObject> action) {
        CompletableFuture<DataObject> future;
        try {
            future = action.timeout(LONGEST_QUEUED.toMillis(), TimeUnit.MILLISECONDS)
                    .submit();
        } catch (RuntimeException _) {
            return new Answer.Unclear(SOON, "this process is no longer connected");
        }
        try {
            return new Answer.Done(future.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return of(Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException _) {
            future.cancel(true);
            return new Answer.Unclear(SOON, "Discord did not answer in time");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer.Unclear(SOON, "interrupted");
        } catch (CancellationException _) {
            return new Answer.Unclear(SOON, "this process is no longer connected");
        }
    }

    static Answer of(Throwable failure) {
        return switch (failure) {
            case ErrorResponseException error -> of(error);
            case RateLimitedException limited ->
                new Answer.Unclear(Duration.ofMillis(limited.getRetryAfter()), "Discord limits requests");
            case TimeoutException _ -> new Answer.Unclear(LATER, "Discord limits requests for a while");
            default ->
                new Answer.Unclear(
                        SOON,
                        "no answer that can be read: " + failure.getClass().getSimpleName());
        };
    }

    private static Answer of(ErrorResponseException error) {
        int status = error.getResponse().code;
        int code = error.getErrorCode();
        if (status == UNAUTHORIZED && code != INVALID_WEBHOOK_TOKEN) {
            return new Answer.Unclear(MUCH_LATER, "Discord refuses the token");
        }
        if (status == TOO_MANY || LIMITS.contains(code)) {
            return new Answer.Unclear(LATER, "Discord limits requests: " + code);
        }
        boolean refused = status / 100 == 4 && code > 0 && code != status;
        return refused
                ? new Answer.Refused(code, "Discord refuses: %d %s".formatted(code, error.getMeaning()))
                : new Answer.Unclear(SOON, "Discord answered " + status);
    }
}
