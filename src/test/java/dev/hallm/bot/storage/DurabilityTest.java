package dev.hallm.bot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A killed process loses no committed row of its H2 file. */
class DurabilityTest {
    private static final int ENOUGH = 500;

    @Test
    @Timeout(60)
    void keepsEveryCommittedRowWhenTheProcessIsKilled(@TempDir Path folder) throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("bot") + Databases.H2_OPTIONS
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

        List<Integer> committed = killedAfterSomeCommits(url);

        assertThat(committed).hasSizeGreaterThanOrEqualTo(ENOUGH);
        assertThat(kept(url)).containsAll(committed);
    }

    private static List<Integer> killedAfterSomeCommits(String url) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommitsForEver.class.getName(),
                        url)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var committed = new ArrayList<Integer>();
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                committed.add(Integer.valueOf(line));
                if (committed.size() == ENOUGH) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        return committed;
    }

    private static List<Integer> kept(String url) throws SQLException {
        var kept = new ArrayList<Integer>();
        try (var connection = DriverManager.getConnection(url);
                var rows = connection.createStatement().executeQuery("select id from kept")) {
            while (rows.next()) {
                kept.add(rows.getInt(1));
            }
        }
        return kept;
    }
}
