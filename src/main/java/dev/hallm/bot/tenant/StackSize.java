package dev.hallm.bot.tenant;

import java.util.List;
import java.util.Map;

/**
 * What a request may ask for.
 *
 * @param gpu whole GPUs, or slices where the GPU resource is one
 * @param models Ollama models the size comes with
 * @param values chart values that only this size has, above the platform's own
 */
public record StackSize(
        String name,
        Range cpu,
        Range memory,
        Quantity storage,
        int gpu,
        List<String> models,
        Map<String, Object> values) {
    public StackSize {
        models = List.copyOf(models);
        values = Map.copyOf(values);
    }

    /** Whether it takes less of something and more of nothing. */
    public boolean isSmallerThan(StackSize other) {
        boolean within = cpu.isWithin(other.cpu)
                && memory.isWithin(other.memory)
                && storage.compareTo(other.storage) <= 0
                && gpu <= other.gpu;
        boolean same = cpu.equals(other.cpu)
                && memory.equals(other.memory)
                && storage.equals(other.storage)
                && gpu == other.gpu;
        return within && !same;
    }

    /** The same size with other chart values. */
    public StackSize withValues(Map<String, Object> other) {
        return new StackSize(name, cpu, memory, storage, gpu, models, other);
    }
}
