package dev.hallm.bot.cluster;

/** A look at the stack's chart for {@code doctor}. */
public interface ChartInspection {
    State inspect();

    /** What was found. */
    sealed interface State {
        /** A chart that can be installed. */
        record Found(String name, String version) implements State {}

        /** A reference to a registry that answers; the chart itself is fetched at the first installation. */
        record InRegistry(String reference) implements State {}

        /** No chart in the folder. */
        record Missing(String reference) implements State {}

        /** A folder whose Chart.yaml says not what a chart has to say. */
        record Unreadable(String reference) implements State {}

        /** The registry does not answer. */
        record RegistryAway(String reference) implements State {}
    }
}
