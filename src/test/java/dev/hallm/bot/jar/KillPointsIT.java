package dev.hallm.bot.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.jar.KillPoints.Undisturbed;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killed before or after any write to the cluster, an onboarding ends as one that nobody disturbed. A sample of the writes
 * unless the system property {@code hallm.survival} says {@code all}; docs/delivery.md gives the command.
 */
class KillPointsIT {
    private static final boolean ALL = "all".equals(System.getProperty("hallm.survival"));

    @TempDir
    Path folder;

    @Test
    void endsAsIfUndisturbedOnH2(TestReporter reporter) throws IOException {
        try (var points = new KillPoints(BotLaunch.in(folder), folder)) {
            survives(points, 5, reporter);
        }
    }

    @Test
    void endsAsIfUndisturbedOnPostgres(TestReporter reporter) throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                var points = new KillPoints(
                        BotLaunch.in(folder).on(postgres.getJdbcUrl("postgres", "postgres"), "postgres"), folder)) {
            survives(points, 3, reporter);
        }
    }

    private static void survives(KillPoints points, int samples, TestReporter reporter) {
        Undisturbed undisturbed = points.undisturbed();
        assertThat(undisturbed.state()).as("what an onboarding leaves").hasSizeGreaterThan(10);
        int writes = undisturbed.writes().size();
        for (int write : chosen(writes, samples)) {
            for (boolean afterwards : ALL ? new boolean[] {false, true} : new boolean[] {write % 2 == 0}) {
                String where = (afterwards ? "after " : "before ")
                        + undisturbed.writes().get(write - 1);
                reporter.publishEntry("killed", where);
                assertThat(points.killedAt(write, afterwards))
                        .as("killed " + where)
                        .containsExactlyElementsOf(undisturbed.state());
            }
        }
    }

    /** All writes, or some that are spread evenly over the whole onboarding. */
    private static List<Integer> chosen(int writes, int samples) {
        return ALL
                ? IntStream.rangeClosed(1, writes).boxed().toList()
                : IntStream.rangeClosed(1, samples)
                        .map(sample -> Math.ceilDiv(sample * writes, samples))
                        .boxed()
                        .toList();
    }
}
