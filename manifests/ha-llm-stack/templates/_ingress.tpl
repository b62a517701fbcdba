{{/* What makes the ingress controller ask for a login; refuses to open a host without it. */}}
{{- define "stack.authentication" -}}
{{- $authentication := .Values.ingress.authentication -}}
{{- if $authentication.disabled -}}
{{- else if $authentication.annotations -}}
{{ include "stack.templated" (dict "root" . "map" $authentication.annotations) }}
{{- else if get $authentication.classes .Values.ingress.className -}}
{{ include "stack.templated" (dict "root" . "map" (get $authentication.classes .Values.ingress.className)) }}
{{- else -}}
{{- fail (printf "ingress.authentication.annotations is empty: say how ingress class %q asks for a login, or set ingress.authentication.disabled to open both hosts to everyone" .Values.ingress.className) -}}
{{- end -}}
{{- end -}}

{{/* All annotations of an ingress. Takes a dict of root, host and guarded. */}}
{{- define "stack.ingressAnnotations" -}}
{{- if .guarded -}}
{{ include "stack.authentication" .root | trim }}
{{- end -}}
{{- include "stack.templated" (dict "root" .root "map" .root.Values.ingress.annotations) }}
{{- with .root.Values.ingress.clusterIssuer }}
cert-manager.io/cluster-issuer: {{ . | quote }}
{{- end }}
{{- with .root.Values.ingress.externalDns }}
{{- if .enabled }}
{{ .prefix }}/hostname: {{ $.host | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{/* An Ingress of one host. Takes a dict of root, component, prefix and guarded: whether it asks for a login. */}}
{{- define "stack.ingress" -}}
{{- $ingress := .root.Values.ingress -}}
{{- $domain := required "set domain: hosts are ha.<tenant>.<domain> and ollama.<tenant>.<domain>" .root.Values.domain -}}
{{- $host := printf "%s.%s.%s" .prefix (include "stack.tenant" .root) $domain -}}
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: {{ .component }}
  labels:
    {{- include "stack.labels" . | nindent 4 }}
  annotations:
    {{- include "stack.ingressAnnotations" (dict "root" .root "host" $host "guarded" .guarded) | trim | nindent 4 }}
spec:
  {{- with $ingress.className }}
  ingressClassName: {{ . }}
  {{- end }}
  {{- if $ingress.clusterIssuer }}
  tls:
    - hosts: [{{ $host }}]
      secretName: {{ .component }}-tls
  {{- end }}
  rules:
    - host: {{ $host }}
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: {{ .component }}
                port:
                  name: http
{{- end -}}
