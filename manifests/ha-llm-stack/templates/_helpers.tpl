{{/* The tenant's name: a value, else what the namespace says. */}}
{{- define "stack.tenant" -}}
{{- if .Values.tenant -}}
{{- .Values.tenant -}}
{{- else if hasPrefix "ha-llm-user-" .Release.Namespace -}}
{{- trimPrefix "ha-llm-user-" .Release.Namespace -}}
{{- else -}}
{{- fail (printf "set tenant: the namespace %s is not called ha-llm-user-<tenant>" .Release.Namespace) -}}
{{- end -}}
{{- end -}}

{{/* Labels that a Deployment selects its pods by; they never change. Takes a dict of root and component. */}}
{{- define "stack.selectorLabels" -}}
app.kubernetes.io/name: {{ .component }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{/* Labels of every object. Takes a dict of root and component. */}}
{{- define "stack.labels" -}}
{{ include "stack.selectorLabels" . }}
app.kubernetes.io/part-of: ha-llm
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
hallm.dev/tenant: {{ include "stack.tenant" .root }}
{{- end -}}

{{/* A map whose values are templates, as YAML. Takes a dict of root and map. */}}
{{- define "stack.templated" -}}
{{- range $key, $value := .map }}
{{ $key }}: {{ tpl (toString $value) $.root | quote }}
{{- end }}
{{- end -}}

{{/* A volume claim. Takes a dict of root, component, name, storage and storageClass. */}}
{{- define "stack.claim" -}}
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: {{ .name }}
  labels:
    {{- include "stack.labels" . | nindent 4 }}
spec:
  accessModes: [ReadWriteOnce]
  {{- with .storageClass }}
  storageClassName: {{ . }}
  {{- end }}
  resources:
    requests:
      storage: {{ .storage }}
{{- end -}}

{{/* A Service of one port. Takes a dict of root, component and port. */}}
{{- define "stack.service" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ .component }}
  labels:
    {{- include "stack.labels" . | nindent 4 }}
spec:
  type: ClusterIP
  selector:
    {{- include "stack.selectorLabels" . | nindent 4 }}
  ports:
    - name: http
      port: {{ .port }}
      targetPort: http
      protocol: TCP
{{- end -}}

{{/* Probes of one HTTP path; a start may take as many seconds as given. Takes a dict of path and startSeconds. */}}
{{- define "stack.probes" -}}
startupProbe:
  httpGet: { path: {{ .path }}, port: http }
  periodSeconds: 5
  timeoutSeconds: 3
  failureThreshold: {{ div .startSeconds 5 }}
readinessProbe:
  httpGet: { path: {{ .path }}, port: http }
  periodSeconds: 10
  timeoutSeconds: 3
  failureThreshold: 3
livenessProbe:
  httpGet: { path: {{ .path }}, port: http }
  periodSeconds: 20
  timeoutSeconds: 10
  failureThreshold: 6
{{- end -}}

{{/* Where a pod may run. Takes a workload's values. */}}
{{- define "stack.placement" -}}
{{- with .nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}
