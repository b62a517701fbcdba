{{/*
The keys of the quota. Every GPU resource gets one, 0 where not granted: a quota of one alone lets a tenant take the
others. What platformObjects.quota says counts most.
*/}}
{{- define "stack.quota" -}}
{{- $hard := dict -}}
{{- range .Values.platformObjects.gpuResources -}}
{{- $_ := set $hard (printf "requests.%s" .) "0" -}}
{{- end -}}
{{- $_ := set $hard (printf "requests.%s" .Values.gpu.resource) (toString .Values.gpu.count) -}}
{{- range $key, $value := merge (dict) .Values.platformObjects.quota $hard }}
{{ $key }}: {{ $value | quote }}
{{- end }}
{{- end -}}

{{/* From where the ingress controller comes: the list of a rule's peers. */}}
{{- define "stack.ingressController" -}}
{{- $controller := .Values.platformObjects.networkPolicies.ingressController -}}
- namespaceSelector:
    matchLabels:
      {{- toYaml $controller.namespaceLabels | nindent 6 }}
  {{- with $controller.podLabels }}
  podSelector:
    matchLabels:
      {{- toYaml . | nindent 6 }}
  {{- end }}
{{- range $controller.ranges }}
- ipBlock: { cidr: {{ . | quote }} }
{{- end }}
{{- end -}}

{{/* One address family of the internet, without what is blocked. Takes a dict of cidr and except. */}}
{{- define "stack.internet" -}}
- ipBlock:
    cidr: {{ .cidr | quote }}
    {{- with .except }}
    except:
      {{- toYaml . | nindent 6 }}
    {{- end }}
{{- end -}}
