package dev.hallm.bot.cluster;

import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import java.util.List;

/**
 * What making a tenant would create, computed: Kubernetes answers a dry run in a namespace that does not exist with
 * 404.
 */
public interface StackPreview {
    /** Changes nothing; needs the chart, not the cluster. */
    Preview of(TenantName tenant, StackSize size);

    /** What came of it. */
    sealed interface Preview {
        /** These objects, in the order in which they are made. */
        record Objects(List<Planned> objects) implements Preview {
            public Objects {
                objects = List.copyOf(objects);
            }
        }

        /** It cannot be said; {@code why} is in plain words. */
        record Unknown(String why) implements Preview {}
    }

    /**
     * One object.
     *
     * @param what the part of it that a person wants to know: an image, a host, an amount; may be empty
     */
    record Planned(String kind, String name, String what) {}
}
