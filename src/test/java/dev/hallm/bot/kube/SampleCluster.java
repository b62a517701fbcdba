package dev.hallm.bot.kube;

import java.util.List;

/**
 * A cluster that has lived a little: the simulated cluster's nodes and classes, three tenants as the bot makes them and
 * one made by hand after the platform's guide.
 */
public final class SampleCluster {
    private static final List<SampleTenant> TENANTS = List.of(
            new SampleTenant("maria", "console:local/cy", "active", 1, 1),
            new SampleTenant("li-wei", "console:local/bo", "active", 1, 1),
            new SampleTenant("sleepy", "console:local/ana", "suspended", 0, 0));

    private static final String CLASSES = """
            apiVersion: storage.k8s.io/v1
            kind: StorageClass
            metadata:
              name: standard
              annotations: {storageclass.kubernetes.io/is-default-class: "true"}
            provisioner: in-memory/volume
            reclaimPolicy: Delete
            allowVolumeExpansion: true
            volumeBindingMode: Immediate
            ---
            apiVersion: storage.k8s.io/v1
            kind: StorageClass
            metadata: {name: fixed-size}
            provisioner: in-memory/volume
            reclaimPolicy: Delete
            allowVolumeExpansion: false
            volumeBindingMode: Immediate
            ---
            apiVersion: networking.k8s.io/v1
            kind: IngressClass
            metadata:
              name: nginx
              annotations: {ingressclass.kubernetes.io/is-default-class: "true"}
            spec: {controller: k8s.io/ingress-nginx}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: hallm-tenant-owner}
            rules: []
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: ingress-nginx}
            """;

    private SampleCluster() {}

    public static void fill(InMemoryKube kube) {
        addNodes(kube);
        TENANTS.forEach(tenant -> kube.seed(tenant.yaml()));
        kube.seed(HandMadeTenant.YAML);
    }

    /** Nodes and classes alone: a platform before its first tenant. */
    public static void addNodes(InMemoryKube kube) {
        kube.seed(SampleNodes.YAML);
        kube.seed(CLASSES);
    }
}
