package dev.hallm.bot.kube;

/** The nodes of the simulated cluster: one without GPUs, one with whole ones, one that slices its own, one with MIG. */
final class SampleNodes {
    static final String YAML = """
            apiVersion: v1
            kind: Node
            metadata:
              name: cpu-1
              labels: {kubernetes.io/hostname: cpu-1, kubernetes.io/os: linux, kubernetes.io/arch: amd64}
            status:
              allocatable: {cpu: "64", memory: 256Gi, pods: "500"}
              capacity: {cpu: "64", memory: 256Gi, pods: "500"}
              conditions: [{type: Ready, status: "True", reason: KubeletReady}]
            ---
            apiVersion: v1
            kind: Node
            metadata:
              name: gpu-dedicated-1
              labels:
                kubernetes.io/hostname: gpu-dedicated-1
                kubernetes.io/os: linux
                kubernetes.io/arch: amd64
                nvidia.com/gpu.present: "true"
                nvidia.com/gpu.product: NVIDIA-L40S
                nvidia.com/gpu.count: "4"
                nvidia.com/gpu.memory: "46068"
                nvidia.com/gpu.replicas: "1"
                nvidia.com/gpu.sharing-strategy: none
            status:
              allocatable: {cpu: "64", memory: 512Gi, pods: "200", nvidia.com/gpu: "4"}
              capacity: {cpu: "64", memory: 512Gi, pods: "200", nvidia.com/gpu: "4"}
              conditions: [{type: Ready, status: "True", reason: KubeletReady}]
            ---
            apiVersion: v1
            kind: Node
            metadata:
              name: gpu-sliced-1
              labels:
                kubernetes.io/hostname: gpu-sliced-1
                kubernetes.io/os: linux
                kubernetes.io/arch: amd64
                nvidia.com/gpu.present: "true"
                nvidia.com/gpu.product: NVIDIA-RTX-A6000-SHARED
                nvidia.com/gpu.count: "1"
                nvidia.com/gpu.memory: "49140"
                nvidia.com/gpu.replicas: "4"
                nvidia.com/gpu.sharing-strategy: time-slicing
            status:
              allocatable: {cpu: "32", memory: 128Gi, pods: "200", nvidia.com/gpu: "4"}
              capacity: {cpu: "32", memory: 128Gi, pods: "200", nvidia.com/gpu: "4"}
              conditions: [{type: Ready, status: "True", reason: KubeletReady}]
            ---
            apiVersion: v1
            kind: Node
            metadata:
              name: gpu-mig-1
              labels:
                kubernetes.io/hostname: gpu-mig-1
                kubernetes.io/os: linux
                kubernetes.io/arch: amd64
                nvidia.com/gpu.present: "true"
                nvidia.com/gpu.product: NVIDIA-A100-SXM4-40GB
                nvidia.com/gpu.count: "1"
                nvidia.com/mig.strategy: mixed
                nvidia.com/mig-1g.5gb.count: "7"
            status:
              allocatable: {cpu: "32", memory: 256Gi, pods: "200", nvidia.com/mig-1g.5gb: "7"}
              capacity: {cpu: "32", memory: 256Gi, pods: "200", nvidia.com/mig-1g.5gb: "7"}
              conditions: [{type: Ready, status: "True", reason: KubeletReady}]
            """;

    private SampleNodes() {}
}
