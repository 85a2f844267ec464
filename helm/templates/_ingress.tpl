{{/*
A host whose requests go to one of the Services, with TLS. Call with (dict "root" $ "component" "…" "suffix" "" "values" (dict) "host" "…"
"port" "…").
*/}}
{{- define "bridge.ingress" -}}
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  {{- include "bridge.metadata" (dict "root" .root "component" .component "suffix" .suffix "annotations" .values.annotations) | nindent 2 }}
spec:
  {{- with .values.className }}
  ingressClassName: {{ . }}
  {{- end }}
  tls:
    - hosts:
        - {{ .host }}
      secretName: {{ .values.tls.secretName }}
  rules:
    - host: {{ .host }}
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: {{ printf "%s%s" (include "bridge.fullname" .root) (.suffix | default "") }}
                port:
                  name: {{ .port }}
{{- end }}
