package dev.hallm.bot.cluster.dns;

import java.util.List;

/** What the DNS says about a host. */
public interface HostNames {
    Answer ask(String host);

    /** What came of asking. */
    sealed interface Answer {
        /** Where it is. */
        record Addresses(List<String> addresses) implements Answer {
            public Addresses {
                addresses = List.copyOf(addresses);
            }
        }

        /** It has no address. */
        record Unknown() implements Answer {}

        /** No answer, or one that says nothing. */
        record Unclear(String why) implements Answer {}
    }
}
