package dev.hallm.bot.doctor;

import dev.hallm.bot.chat.port.Finding;
import dev.hallm.bot.chat.port.SelfCheck;
import dev.hallm.bot.storage.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** Runs all self-checks beside each other, each for as long as it may take; nothing that a check does gets out of here. */
@Service
public class Doctor {
    private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final ObjectProvider<SelfCheck> checks;
    private final Duration longest;
    private volatile @Nullable Report last;

    @Autowired
    Doctor(ObjectProvider<SelfCheck> checks) {
        this(checks, LONGEST);
    }

    Doctor(ObjectProvider<SelfCheck> checks, Duration longest) {
        this.checks = checks;
        this.longest = longest;
    }

    /** Looks at everything now; takes as long as the slowest check, 5 s at most. */
    public Report examine() {
        var report = new Report(run(checks.orderedStream().toList()));
        last = report;
        return report;
    }

    /** What the last examination of this process found. */
    public Optional<Report> last() {
        return Optional.ofNullable(last);
    }

    /** The executor is not closed but shut down: a check that hangs must hold up nobody. */
    private List<Finding> run(List<SelfCheck> all) {
        ExecutorService threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("doctor-check-", 0).factory());
        try {
            long end = System.nanoTime() + longest.toNanos();
            List<Future<List<Finding>>> running =
                    all.stream().map(check -> threads.submit(check::findings)).toList();
            var findings = new ArrayList<Finding>();
            for (int i = 0; i < all.size(); i++) {
                findings.addAll(await(all.get(i), running.get(i), end));
            }
            return findings;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Finding> await(SelfCheck check, Future<List<Finding>> running, long end) {
        try {
            return running.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            return List.of(failed("HB-C90", check, e.getCause()));
        } catch (TimeoutException e) {
            return List.of(failed("HB-C91", check, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(failed("HB-C91", check, e));
        }
    }

    private static Finding failed(String code, SelfCheck check, @Nullable Throwable why) {
        String reference = Ids.reference();
        LOG.warn("the check of {} came to no end, reference {}", check.subject(), reference, why);
        return Finding.of(code, "subject", check.subject(), "reference", reference);
    }
}
