package dev.hallm.bot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class AfterCommitTest {
    @AutoClose
    private final Database database;

    private final List<String> done = new ArrayList<>();

    AfterCommitTest(Db kind) {
        database = Databases.fresh(kind);
    }

    @Test
    void waitsForTheCommit() {
        database.transaction().executeWithoutResult(status -> {
            AfterCommit.run(() -> done.add("after"));
            done.add("inside");
        });

        assertThat(done).containsExactly("inside", "after");
    }

    @Test
    void doesNothingAfterARollback() {
        assertThatThrownBy(() -> database.transaction().executeWithoutResult(status -> {
                    AfterCommit.run(() -> done.add("after"));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(done).isEmpty();
    }

    @Test
    void runsAtOnceWithoutATransaction() {
        AfterCommit.run(() -> done.add("now"));

        assertThat(done).containsExactly("now");
    }
}
