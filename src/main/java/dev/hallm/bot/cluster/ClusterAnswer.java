package dev.hallm.bot.cluster;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of asking the cluster for something; reasons are plain words for people, without secrets. */
public sealed interface ClusterAnswer {
    /**
     * It is so.
     *
     * @param found what was there before, empty when nobody looked
     * @param left what is there now
     * @param made what this call made new
     */
    record Done(String found, String left, List<Made> made) implements ClusterAnswer {
        public Done {
            made = List.copyOf(made);
        }

        public Done() {
            this("", "", List.of());
        }

        public Done(String found, String left) {
            this(found, left, List.of());
        }
    }

    /**
     * On its way; ask again soon.
     *
     * @param advice what to do should it take too long, as a sentence; empty when nothing is known to help
     * @param since when the wait for this began, null when the cluster does not tell
     */
    record NotYet(String why, String advice, @Nullable Instant since) implements ClusterAnswer {
        public NotYet(String why) {
            this(why, "", null);
        }
    }

    /** Kubernetes does not answer, or asked to come back later. */
    record Away(String why) implements ClusterAnswer {}

    /**
     * It cannot become so until a person changes something.
     *
     * @param advice what to change, as a sentence; empty when the reason says it
     */
    record Refused(String why, String advice) implements ClusterAnswer {
        public Refused(String why) {
            this(why, "");
        }
    }
}
