{{/* What every pod has: not root, a file system that cannot be written, no token of the cluster. */}}
{{- define "entente.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: {{ .Values.user }}
  runAsGroup: {{ .Values.user }}
  fsGroup: {{ .Values.user }}
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile: {type: RuntimeDefault}
{{- with .Values.imagePullSecrets }}
imagePullSecrets: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "entente.container" -}}
imagePullPolicy: IfNotPresent
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: {drop: [ALL]}
{{- end -}}

{{- define "entente.labels" -}}
app.kubernetes.io/part-of: entente
app.kubernetes.io/name: {{ .node }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
{{- end -}}

{{- define "entente.selector" -}}
app.kubernetes.io/name: {{ .node }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end -}}

{{/* Probes over HTTP: one path for all three, since a first good answer also means ready. */}}
{{- define "entente.probes" -}}
startupProbe:
  httpGet: {path: /healthz, port: {{ . }}}
  periodSeconds: 5
  failureThreshold: 60
livenessProbe:
  httpGet: {path: /healthz, port: {{ . }}}
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
readinessProbe:
  httpGet: {path: /healthz, port: {{ . }}}
  periodSeconds: 5
  timeoutSeconds: 5
{{- end -}}

{{/* A Secret with the keys of a node, in the places where Fabric's programs look. */}}
{{- define "entente.msp" -}}
- {key: config.yaml, path: msp/config.yaml}
- {key: ca.pem, path: msp/cacerts/ca.pem}
- {key: tlsca.pem, path: msp/tlscacerts/tlsca.pem}
- {key: cert.pem, path: msp/signcerts/cert.pem}
- {key: key.pem, path: msp/keystore/priv_sk}
{{- end -}}

{{- define "entente.tls" -}}
- {key: tls-cert.pem, path: tls/cert.pem}
- {key: tls-key.pem, path: tls/key.pem}
- {key: tls-root.pem, path: tls/root.pem}
{{- end -}}

{{- define "entente.claim" -}}
- metadata: {name: data}
  spec:
    accessModes: [ReadWriteOnce]
    {{- with .className }}
    storageClassName: {{ . }}
    {{- end }}
    resources: {requests: {storage: {{ .size }}}}
{{- end -}}
