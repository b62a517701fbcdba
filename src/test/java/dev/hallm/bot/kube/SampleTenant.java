package dev.hallm.bot.kube;

/**
 * A tenant as the bot makes it, without Helm: namespace, quota, limit range, both workloads with volumes, services and
 * ingresses.
 *
 * @param owner a chat account, {@code console:local/cy}
 * @param replicas 0 when suspended
 */
record SampleTenant(String name, String owner, String phase, int gpus, int replicas) {
    String yaml() {
        return (PLATFORM
                        + workload("home-assistant", "ghcr.io/home-assistant/home-assistant:2025.1", 8123)
                        + workload("ollama", "docker.io/ollama/ollama:0.5.4", 11434))
                .replace("<tenant>", name)
                .replace("<owner>", owner)
                .replace("<phase>", phase)
                .replace("<gpus>", Integer.toString(gpus))
                .replace("<replicas>", Integer.toString(replicas));
    }

    private String workload(String component, String image, int port) {
        boolean ollama = component.equals("ollama");
        return WORKLOAD.replace("<component>", component)
                .replace("<image>", image)
                .replace("<port>", Integer.toString(port))
                .replace("<volume>", ollama ? "ollama-models" : "home-assistant-config")
                .replace("<size>", ollama ? "60Gi" : "10Gi")
                .replace("<requests>", ollama ? "cpu: \"2\", memory: 4Gi" : "cpu: 500m, memory: 1Gi")
                .replace("<limits>", ollama ? ollamaLimits() : "cpu: \"2\", memory: 4Gi")
                .replace("<host>", ollama ? "ollama" : "ha");
    }

    private String ollamaLimits() {
        return "cpu: \"4\", memory: 8Gi" + (gpus > 0 ? ", nvidia.com/gpu: \"" + gpus + "\"" : "");
    }

    private static final String PLATFORM = """
            apiVersion: v1
            kind: Namespace
            metadata:
              name: ha-llm-user-<tenant>
              labels:
                user-namespace: "true"
                hallm.dev/tenant: <tenant>
                hallm.dev/phase: <phase>
                pod-security.kubernetes.io/enforce: baseline
              annotations: {hallm.dev/owner: "<owner>", hallm.dev/size: standard}
            ---
            apiVersion: v1
            kind: ResourceQuota
            metadata: {name: user-quota, namespace: ha-llm-user-<tenant>}
            spec:
              hard:
                requests.cpu: "4"
                limits.cpu: "8"
                requests.memory: 8Gi
                limits.memory: 16Gi
                requests.storage: 100Gi
                requests.nvidia.com/gpu: "<gpus>"
                requests.nvidia.com/mig-1g.5gb: "0"
                services.loadbalancers: "0"
                services.nodeports: "0"
            ---
            apiVersion: v1
            kind: LimitRange
            metadata: {name: user-limits, namespace: ha-llm-user-<tenant>}
            spec:
              limits:
              - type: Container
                default: {cpu: 500m, memory: 512Mi}
                defaultRequest: {cpu: 100m, memory: 128Mi}
            """;

    private static final String WORKLOAD = """
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: <volume>, namespace: ha-llm-user-<tenant>}
            spec:
              accessModes: [ReadWriteOnce]
              resources: {requests: {storage: <size>}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: <component>, namespace: ha-llm-user-<tenant>}
            spec:
              selector: {app.kubernetes.io/component: <component>}
              ports: [{name: http, port: <port>}]
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: <component>
              namespace: ha-llm-user-<tenant>
              labels: {app.kubernetes.io/component: <component>, app.kubernetes.io/instance: ha-llm-<tenant>}
            spec:
              replicas: <replicas>
              strategy: {type: Recreate}
              selector: {matchLabels: {app.kubernetes.io/component: <component>}}
              template:
                metadata: {labels: {app.kubernetes.io/component: <component>}}
                spec:
                  containers:
                  - name: <component>
                    image: <image>
                    ports: [{name: http, containerPort: <port>}]
                    resources: {requests: {<requests>}, limits: {<limits>}}
                    volumeMounts: [{name: data, mountPath: /data}]
                  volumes: [{name: data, persistentVolumeClaim: {claimName: <volume>}}]
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: <component>
              namespace: ha-llm-user-<tenant>
              annotations: {cert-manager.io/cluster-issuer: letsencrypt}
            spec:
              ingressClassName: nginx
              tls: [{hosts: [<host>.<tenant>.example.com], secretName: <component>-tls}]
              rules:
              - host: <host>.<tenant>.example.com
                http:
                  paths:
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: <component>, port: {name: http}}}
            """;
}
