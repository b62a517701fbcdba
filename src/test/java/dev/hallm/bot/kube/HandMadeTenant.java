package dev.hallm.bot.kube;

/**
 * The tenant {@code old-lab}, made by the guide's own commands: a namespace with nothing but its label, the guide's quota
 * as far as Kubernetes accepts it ({@code storage} became {@code requests.storage}; the bare GPU key is stored and
 * ignored), Home Assistant from the popular chart as a StatefulSet.
 */
final class HandMadeTenant {
    static final String YAML = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: ha-llm-user-old-lab, labels: {user-namespace: "true"}}
            ---
            apiVersion: v1
            kind: ResourceQuota
            metadata: {name: user-quota, namespace: ha-llm-user-old-lab}
            spec:
              hard:
                requests.cpu: "4"
                requests.memory: 8Gi
                requests.nvidia.com/gpu: "1"
                limits.cpu: "8"
                limits.memory: 16Gi
                limits.nvidia.com/gpu: "1"
                requests.storage: 100Gi
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: old-lab, namespace: ha-llm-user-old-lab}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: old-lab-admin, namespace: ha-llm-user-old-lab}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: admin}
            subjects: [{kind: ServiceAccount, name: old-lab, namespace: ha-llm-user-old-lab}]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: home-assistant, namespace: ha-llm-user-old-lab}
            spec:
              selector: {app.kubernetes.io/component: home-assistant}
              ports: [{name: http, port: 8080, targetPort: 8123}]
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata:
              name: home-assistant
              namespace: ha-llm-user-old-lab
              labels: {app.kubernetes.io/component: home-assistant}
            spec:
              replicas: 1
              serviceName: home-assistant
              selector: {matchLabels: {app.kubernetes.io/component: home-assistant}}
              template:
                metadata: {labels: {app.kubernetes.io/component: home-assistant}}
                spec:
                  containers:
                  - name: home-assistant
                    image: ghcr.io/home-assistant/home-assistant:2024.12
                    resources: {requests: {cpu: 500m, memory: 1Gi}, limits: {cpu: "2", memory: 4Gi}}
                    volumeMounts: [{name: home-assistant-config, mountPath: /config}]
              volumeClaimTemplates:
              - metadata: {name: home-assistant-config}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 10Gi}}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: ollama, namespace: ha-llm-user-old-lab}
            spec:
              selector: {app.kubernetes.io/component: ollama}
              ports: [{name: http, port: 11434}]
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: ollama-models, namespace: ha-llm-user-old-lab}
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 50Gi}}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: ollama
              namespace: ha-llm-user-old-lab
              labels: {app.kubernetes.io/component: ollama}
            spec:
              replicas: 1
              strategy: {type: Recreate}
              selector: {matchLabels: {app.kubernetes.io/component: ollama}}
              template:
                metadata: {labels: {app.kubernetes.io/component: ollama}}
                spec:
                  containers:
                  - name: ollama
                    image: docker.io/ollama/ollama:0.4.7
                    resources:
                      requests: {cpu: "1", memory: 2Gi}
                      limits: {cpu: "4", memory: 8Gi, nvidia.com/gpu: "1"}
                    volumeMounts: [{name: models, mountPath: /models}]
                  volumes: [{name: models, persistentVolumeClaim: {claimName: ollama-models}}]
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: home-assistant, namespace: ha-llm-user-old-lab}
            spec:
              ingressClassName: nginx
              rules:
              - host: ha.old-lab.example.com
                http:
                  paths:
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: home-assistant, port: {number: 8080}}}
            """;

    private HandMadeTenant() {}
}
