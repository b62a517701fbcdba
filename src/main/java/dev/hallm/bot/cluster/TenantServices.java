package dev.hallm.bot.cluster;

import dev.hallm.bot.tenant.TenantName;
import java.net.URI;
import java.util.Optional;

/** Ways for the bot to what a tenant's pods serve, also while the tenant's hosts are closed. */
public interface TenantServices {
    /** Opens a way, for the caller to close; empty while no pod serves it. */
    Optional<Way> open(TenantName tenant, Service service);

    /** A service of every tenant: the name of its workload and the port that its pod listens on. */
    enum Service {
        HOME_ASSISTANT("home-assistant", 8123),
        OLLAMA("ollama", 11434);

        private final String workload;
        private final int port;

        Service(String workload, int port) {
            this.workload = workload;
            this.port = port;
        }

        public String workload() {
            return workload;
        }

        public int port() {
            return port;
        }
    }

    /** An open way. */
    interface Way extends AutoCloseable {
        /** Where the service answers until the way is closed, without a slash at the end. */
        URI address();

        @Override
        void close();
    }
}
