package dev.hallm.bot.kube;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Where scenarios run: in memory, or on the disposable cluster, which must behave alike. */
sealed interface TestCluster extends AutoCloseable {
    String kubeconfig();

    @Override
    void close();

    /** With the sample's nodes and classes, no tenants. */
    static TestCluster inMemory() {
        InMemoryKube kube = InMemoryKube.start();
        SampleCluster.addNodes(kube);
        return new InMemory(kube);
    }

    static TestCluster real() {
        return new Real(Path.of(Objects.requireNonNull(System.getenv(RealCluster.KUBECONFIG))));
    }

    /** Started for one test. */
    record InMemory(InMemoryKube kube) implements TestCluster {
        @Override
        public String kubeconfig() {
            return kube.kubeconfig();
        }

        @Override
        public void close() {
            kube.close();
        }
    }

    /** Running already, and running on. */
    record Real(Path file) implements TestCluster {
        @Override
        public String kubeconfig() {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {}
    }
}
