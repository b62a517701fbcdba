package dev.hallm.bot.doctor;

import dev.hallm.bot.chat.port.Finding;
import dev.hallm.bot.chat.port.SelfCheck;
import dev.hallm.bot.cluster.ChartInspection;
import dev.hallm.bot.cluster.ChartInspection.State;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether the chart of the stack is there. */
@Component
class ChartCheck implements SelfCheck {
    private final ChartInspection chart;

    ChartCheck(ChartInspection chart) {
        this.chart = chart;
    }

    @Override
    public String subject() {
        return "the chart";
    }

    @Override
    public List<Finding> findings() {
        return List.of(
                switch (chart.inspect()) {
                    case State.Found(String name, String version) ->
                        Finding.fine("HB-K10", "chart", name + " " + version);
                    case State.InRegistry(String reference) -> Finding.fine("HB-K12", "chart", reference);
                    case State.Missing(String reference) -> Finding.of("HB-K10", "chart", reference);
                    case State.Unreadable(String reference) -> Finding.of("HB-K11", "chart", reference);
                    case State.RegistryAway(String reference) -> Finding.of("HB-K12", "chart", reference);
                });
    }
}
