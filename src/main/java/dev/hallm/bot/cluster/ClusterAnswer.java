package dev.hallm.bot.cluster;

/** What came of asking the cluster for something; reasons are plain words for people, without secrets. */
public sealed interface ClusterAnswer {
    /** It is so. */
    record Done() implements ClusterAnswer {}

    /** On its way; ask again soon. */
    record NotYet(String why) implements ClusterAnswer {}

    /** Kubernetes does not answer, or asked to come back later. */
    record Away(String why) implements ClusterAnswer {}

    /** It cannot become so until a person changes something. */
    record Refused(String why) implements ClusterAnswer {}
}
