{{/*
Where the adapter connects to, as a JSON list of {name, hosts, ports, to, fqdns}: "to" are peers of a NetworkPolicy, "fqdns"
the names that the flavour cilium lets out to. DNS is not among them.
*/}}
{{- define "bridge.targets" -}}
{{- $egress := .Values.networkPolicy.egress }}
{{- $targets := list (include "bridge.target" (dict "root" . "name" "sftp" "hosts" (list .Values.erp.sftp.host) "ports" (list .Values.erp.sftp.port)) | fromJson) }}
{{- if .Values.erp.queue.enabled }}
{{- $broker := include "bridge.broker" .Values.erp.queue.brokerUrl | fromJson }}
{{- $targets = append $targets (include "bridge.target" (dict "root" . "name" "broker" "hosts" $broker.hosts "ports" $broker.ports) | fromJson) }}
{{- end }}
{{- if .Values.database.cloudNativePg.enabled }}
{{- $peer := dict "podSelector" (dict "matchLabels" (dict "cnpg.io/cluster" (include "bridge.cluster" .))) }}
{{- $targets = append $targets (dict "name" "database" "hosts" (list (printf "%s-rw" (include "bridge.cluster" .))) "ports" (list 5432) "to" (list $peer)) }}
{{- else }}
{{- with .Values.database.external }}
{{- $targets = append $targets (include "bridge.target" (dict "root" $ "name" "database" "hosts" (list .host) "ports" (list .port)) | fromJson) }}
{{- end }}
{{- end }}
{{- $partner := urlParse (include "bridge.partnerEndpoint" .) }}
{{- $targets = append $targets (include "bridge.target" (dict "root" . "name" "partner" "internet" true "hosts" (list $partner.hostname) "ports" (list (regexFind "[0-9]+$" (regexFind ":[0-9]+$" $partner.host) | default "443"))) | fromJson) }}
{{- if include "bridge.asksIam" . }}
{{- $iam := urlParse (include "bridge.iamEndpoint" .) }}
{{- $targets = append $targets (include "bridge.target" (dict "root" . "name" "iam" "internet" true "hosts" (list $iam.hostname) "ports" (list (regexFind "[0-9]+$" (regexFind ":[0-9]+$" $iam.host) | default "443"))) | fromJson) }}
{{- end }}
{{- $targets | toJson }}
{{- end }}

{{/* One target. What the values say comes first; then addresses among the hosts; then names, or the whole internet. */}}
{{- define "bridge.target" -}}
{{- $given := get .root.Values.networkPolicy.egress .name }}
{{- $cilium := eq .root.Values.networkPolicy.flavour "cilium" }}
{{- $to := list }}
{{- $fqdns := list }}
{{- range $given.cidrs }}
{{- $to = append $to (dict "ipBlock" (dict "cidr" .)) }}
{{- end }}
{{- if or $given.namespaceSelector $given.podSelector }}
{{- $to = append $to (pick $given "namespaceSelector" "podSelector" | include "bridge.selectors" | fromJson) }}
{{- end }}
{{- if not $to }}
{{- range .hosts }}
{{- if regexMatch "^[0-9]{1,3}([.][0-9]{1,3}){3}$" . }}
{{- $to = append $to (dict "ipBlock" (dict "cidr" (printf "%s/32" .))) }}
{{- else if and $cilium . }}
{{- $fqdns = append $fqdns . }}
{{- end }}
{{- end }}
{{- end }}
{{- if and .internet (not $to) (not $fqdns) }}
{{- $to = include "bridge.internet" . | fromYamlArray }}
{{- end }}
{{- $ports := list }}
{{- range .ports }}
{{- $ports = append $ports (int .) }}
{{- end }}
{{- if $given.port }}
{{- $ports = list (int $given.port) }}
{{- end }}
{{- dict "name" .name "hosts" .hosts "ports" $ports "to" $to "fqdns" $fqdns | toJson }}
{{- end }}

{{/* Selectors that select something: an empty one in the values means "not given". */}}
{{- define "bridge.selectors" -}}
{{- $peer := dict }}
{{- range $name, $selector := . }}
{{- if $selector }}
{{- $_ := set $peer $name $selector }}
{{- end }}
{{- end }}
{{- $peer | toJson }}
{{- end }}

{{/* Everything but private, shared, link-local (metadata) and reserved addresses. */}}
{{- define "bridge.internet" -}}
- ipBlock:
    cidr: 0.0.0.0/0
    except:
      - 0.0.0.0/8
      - 10.0.0.0/8
      - 100.64.0.0/10
      - 127.0.0.0/8
      - 169.254.0.0/16
      - 172.16.0.0/12
      - 192.168.0.0/16
      - 198.18.0.0/15
      - 224.0.0.0/3
- ipBlock:
    cidr: 2000::/3
{{- end }}

{{/* Hosts and ports of a broker's URL, which may list several. */}}
{{- define "bridge.broker" -}}
{{- $hosts := list }}
{{- $ports := list }}
{{- range regexFindAll "://[^/?,)]+" . -1 }}
{{- $authority := trimPrefix "://" . }}
{{- $hosts = append $hosts (regexReplaceAll ":[0-9]+$" $authority "") }}
{{- $ports = append $ports (regexFind "[0-9]+$" (regexFind ":[0-9]+$" $authority) | default "61616" | int) }}
{{- end }}
{{- dict "hosts" (uniq $hosts) "ports" (uniq $ports) | toJson }}
{{- end }}

{{/* Who may reach the management port, as a JSON list of peers. */}}
{{- define "bridge.clients" -}}
{{- $clients := .Values.networkPolicy.ingressFrom | default list }}
{{- if .Values.serviceMonitor.enabled }}
{{- $clients = concat $clients (.Values.networkPolicy.prometheusFrom | default list) }}
{{- end }}
{{- if .Values.ingress.enabled }}
{{- $clients = concat $clients (.Values.networkPolicy.ingressControllerFrom | default list) }}
{{- end }}
{{- if .Values.tests.enabled }}
{{- $test := include "bridge.selectorLabels" (dict "root" . "component" "test") | fromYaml }}
{{- $clients = append $clients (dict "podSelector" (dict "matchLabels" $test)) }}
{{- end }}
{{- $clients | uniq | toJson }}
{{- end }}

{{/* The rule for the cluster's DNS in a NetworkPolicy. */}}
{{- define "bridge.dnsRule" -}}
{{- with .Values.networkPolicy.dns -}}
# DNS
- to:
    - {{ include "bridge.selectors" (pick . "namespaceSelector" "podSelector") | fromJson | toYaml | nindent 6 | trim }}
    {{- range .cidrs }}
    - ipBlock:
        cidr: {{ . }}
    {{- end }}
  ports:
    - protocol: UDP
      port: {{ .port }}
    - protocol: TCP
      port: {{ .port }}
{{- end }}
{{- end }}
