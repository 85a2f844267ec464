{{/* Peers of a NetworkPolicy in Cilium's words. Call with (dict "direction" "from" | "to" "peers" (list …)). */}}
{{- define "bridge.ciliumPeers" -}}
{{- $rule := dict }}
{{- range .peers }}
{{- if .ipBlock }}
{{- $set := dict "cidr" .ipBlock.cidr }}
{{- with .ipBlock.except }}
{{- $_ := set $set "except" . }}
{{- end }}
{{- $_ := set $rule (printf "%sCIDRSet" $.direction) (list $set) }}
{{- else }}
{{- $labels := dict }}
{{- range $key, $value := dig "podSelector" "matchLabels" dict . }}
{{- $_ := set $labels (printf "k8s:%s" $key) $value }}
{{- end }}
{{- range $key, $value := dig "namespaceSelector" "matchLabels" dict . }}
{{- if eq $key "kubernetes.io/metadata.name" }}
{{- $_ := set $labels "k8s:io.kubernetes.pod.namespace" $value }}
{{- else }}
{{- $_ := set $labels (printf "k8s:io.cilium.k8s.namespace.labels.%s" $key) $value }}
{{- end }}
{{- end }}
{{- $selector := dict "matchLabels" $labels }}
{{- if and (hasKey . "namespaceSelector") (not (dig "namespaceSelector" "matchLabels" dict .)) }}
{{- $_ := set $selector "matchExpressions" (list (dict "key" "k8s:io.kubernetes.pod.namespace" "operator" "Exists")) }}
{{- end }}
{{- $_ := set $rule (printf "%sEndpoints" $.direction) (list $selector) }}
{{- end }}
{{- end }}
{{- toYaml $rule }}
{{- end }}

{{- define "bridge.ciliumPorts" -}}
toPorts:
  - ports:
      {{- range . }}
      - port: {{ . | toString | quote }}
        protocol: TCP
      {{- end }}
{{- end }}

{{/* Each name as it is, and as the resolver completes it inside the cluster. */}}
{{- define "bridge.ciliumDnsPorts" -}}
{{- $dns := .root.Values.networkPolicy.dns -}}
toPorts:
  - ports:
      - port: {{ $dns.port | toString | quote }}
        protocol: ANY
    rules:
      dns:
        {{- $names := list }}
        {{- range .targets }}
        {{- range .hosts }}
        {{- if not (regexMatch "^[0-9]{1,3}([.][0-9]{1,3}){3}$" .) }}
        {{- $names = append $names . }}
        {{- end }}
        {{- end }}
        {{- end }}
        {{- range $name := uniq $names }}
        {{- range list "" (printf ".%s.svc.%s" $.root.Release.Namespace $dns.clusterDomain) (printf ".svc.%s" $dns.clusterDomain) (printf ".%s" $dns.clusterDomain) }}
        - matchName: {{ $name }}{{ . }}
        {{- end }}
        {{- end }}
{{- end }}
