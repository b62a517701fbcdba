package dev.hallm.bot.kube;

import org.junit.jupiter.api.Test;

class WorkloadsTest extends WorkloadScenarios {
    @Override
    TestCluster startCluster() {
        return TestCluster.inMemory();
    }

    @Test
    void makesACertificateForAnIngressThatNamesItsIssuer() {
        create("""
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: web, annotations: {cert-manager.io/cluster-issuer: letsencrypt}}
                spec:
                  tls: [{hosts: [web.example.com], secretName: web-tls}]
                  defaultBackend: {service: {name: web, port: {number: 80}}}
                """);

        await().until(() -> {
            var certificate = client.genericKubernetesResources("cert-manager.io/v1", "Certificate")
                    .inNamespace(namespace)
                    .withName("web-tls")
                    .get();
            return certificate != null && "2099-01-01T00:00:00Z".equals(certificate.get("status", "notAfter"));
        });
    }
}
