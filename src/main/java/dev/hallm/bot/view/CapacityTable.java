package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Cell;
import dev.hallm.bot.chat.message.Block.Field;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.cluster.ClusterCapacity;
import dev.hallm.bot.cluster.ClusterCapacity.Node;
import dev.hallm.bot.tenant.Quantity;
import dev.hallm.bot.tenant.Sizes;
import dev.hallm.bot.tenant.StackSize;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Nodes, what they have left, and how many more tenants fit. */
@Component
public class CapacityTable {
    private final ClusterCapacity capacity;
    private final Sizes sizes;
    private final FreeCapacity free;

    CapacityTable(ClusterCapacity capacity, Sizes sizes, FreeCapacity free) {
        this.capacity = capacity;
        this.sizes = sizes;
        this.free = free;
    }

    public Message now() {
        List<Node> nodes = capacity.nodes();
        String fits = String.join(
                " · ",
                sizes.all().stream()
                        .map(size -> size.name() + " " + fitting(size))
                        .toList());
        return Message.of(
                Tone.NEUTRAL,
                text("capacity.fallback", "nodes", nodes.size(), "fits", fits),
                Block.Text.heading(text("capacity.title", "nodes", nodes.size())),
                new Block.Table(
                        text("capacity.nodes"),
                        columns(),
                        nodes.stream().map(this::row).toList()),
                Block.Text.body(Span.strong(text("capacity.fits"))),
                new Block.Fields(sizes.all().stream()
                        .map(size -> Field.of(size.name(), fitting(size) + " · " + Amounts.size(size)))
                        .toList()));
    }

    private String fitting(StackSize size) {
        int count = free.fitting(size);
        return count == Integer.MAX_VALUE ? "any number" : count + " more";
    }

    private List<String> columns() {
        var columns = new ArrayList<>(List.of("Node", "State", "CPU", "Memory"));
        capacity.gpuResources().forEach(resource -> columns.add(Amounts.word("requests." + resource)));
        return columns;
    }

    private List<Cell> row(Node node) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(Span.code(node.name())));
        cells.add(Cell.of(node.ready() ? "✔ ready" : "✖ not ready"));
        cells.add(Cell.of(use(node, "cpu")));
        cells.add(Cell.of(use(node, "memory")));
        capacity.gpuResources().forEach(resource -> cells.add(Cell.of(use(node, resource))));
        return cells;
    }

    private static String use(Node node, String resource) {
        Quantity all = node.allocatable().getOrDefault(resource, Quantity.ZERO);
        if (all.isZero()) {
            return "–";
        }
        Quantity used = node.allocated().getOrDefault(resource, Quantity.ZERO);
        return Amounts.of(resource, used) + " of " + Amounts.of(resource, all);
    }
}
