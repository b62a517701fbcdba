package dev.hallm.bot.view;

import dev.hallm.bot.cluster.ClusterCapacity;
import dev.hallm.bot.cluster.Room;
import dev.hallm.bot.tenant.StackSize;
import org.springframework.stereotype.Component;

/** What the cluster has left, in words. */
@Component
public class FreeCapacity {
    private final ClusterCapacity capacity;

    FreeCapacity(ClusterCapacity capacity) {
        this.capacity = capacity;
    }

    /** What is left: {@code 21 CPU · 190 GiB · 3 GPU free}. */
    public String now() {
        return words(Room.of(capacity));
    }

    /** What would be left with one more tenant of a size. */
    String after(StackSize size) {
        return words(Room.of(capacity).after(size));
    }

    public boolean fits(StackSize size) {
        return Room.of(capacity).fits(size);
    }

    /** How many more tenants of a size fit, by the scarcest of CPU, memory and GPU on the nodes together. */
    int fitting(StackSize size) {
        return Room.of(capacity).times(size);
    }

    private static String words(Room room) {
        return room.cpu().asNumber() + " CPU · " + room.memory().asBytes() + " · "
                + room.gpu().asNumber() + " GPU free";
    }
}
