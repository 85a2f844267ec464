{{/*
Where the adapter connects to, as a JSON list of {name, hosts, ports, to, fqdns}: "to" are peers of a NetworkPolicy, "fqdns"
the names that the flavour cilium lets out to. DNS is not among them.
*/}}
{{- define "bridge.targets" -}}
{{- $targets := list }}
{{- with .Values.erp.sftp }}
{{- $targets = append $targets (dict "name" "sftp" "hosts" (list .host) "ports" (list .port)) }}
{{- end }}
{{- if .Values.erp.queue.enabled }}
{{- $broker := include "bridge.broker" .Values.erp.queue.brokerUrl | fromJson }}
{{- $targets = append $targets (dict "name" "broker" "hosts" $broker.hosts "ports" $broker.ports) }}
{{- end }}
{{- $database := include "bridge.database" . | fromJson }}
{{- $targets = append $targets (dict "name" "database" "hosts" (list $database.host) "ports" (list $database.port)) }}
{{- $partner := include "bridge.httpsHost" (include "bridge.partnerEndpoint" .) | fromJson }}
{{- $targets = append $targets (dict "name" "partner" "hosts" $partner.hosts "ports" $partner.ports) }}
{{- if include "bridge.asksIam" . }}
{{- $iam := include "bridge.httpsHost" (include "bridge.iamEndpoint" .) | fromJson }}
{{- $targets = append $targets (dict "name" "iam" "hosts" $iam.hosts "ports" $iam.ports) }}
{{- end }}
{{- with .Values.desk.oidc.issuer }}
{{- $identity := include "bridge.httpsHost" . | fromJson }}
{{- $targets = append $targets (dict "name" "identityProvider" "hosts" $identity.hosts "ports" $identity.ports) }}
{{- end }}
{{- with .Values.tracing.endpoint }}
{{- $url := urlParse . }}
{{- $port := regexFind ":[0-9]+$" $url.host | trimPrefix ":" | default (eq $url.scheme "https" | ternary "443" "80") }}
{{- $targets = append $targets (dict "name" "collector" "hosts" (list $url.hostname) "ports" (list (int $port))) }}
{{- end }}
{{- $complete := list }}
{{- range $targets }}
{{- $complete = append $complete (include "bridge.target" (merge (dict "root" $) .) | fromJson) }}
{{- end }}
{{- $complete | toJson }}
{{- end }}

{{/* Host and port of an endpoint, as a JSON object of lists. */}}
{{- define "bridge.httpsHost" -}}
{{- $url := urlParse . }}
{{- $port := regexFind ":[0-9]+$" $url.host | trimPrefix ":" | default "443" }}
{{- dict "hosts" (list $url.hostname) "ports" (list (int $port)) | toJson }}
{{- end }}

{{/*
One target. What the values say comes first; then the pods of a CloudNativePG Cluster, and addresses among the hosts; then
names, or the whole internet.
*/}}
{{- define "bridge.target" -}}
{{- $policy := .root.Values.networkPolicy }}
{{- $given := get $policy.egress .name }}
{{- $cluster := and (eq .name "database") .root.Values.database.cloudNativePg.enabled }}
{{- $to := list }}
{{- $fqdns := list }}
{{- if $cluster }}
{{- $to = list (dict "podSelector" (dict "matchLabels" (dict "cnpg.io/cluster" (include "bridge.cluster" .root)))) }}
{{- else }}
{{- range $given.cidrs }}
{{- $to = append $to (dict "ipBlock" (dict "cidr" .)) }}
{{- end }}
{{- if or $given.namespaceSelector $given.podSelector }}
{{- $to = append $to (pick $given "namespaceSelector" "podSelector" | include "bridge.selectors" | fromJson) }}
{{- end }}
{{- end }}
{{- if not $to }}
{{- range .hosts }}
{{- if regexMatch "^[0-9]{1,3}([.][0-9]{1,3}){3}$" . }}
{{- $to = append $to (dict "ipBlock" (dict "cidr" (printf "%s/32" .))) }}
{{- else if and (eq $policy.flavour "cilium") . }}
{{- $fqdns = append $fqdns . }}
{{- end }}
{{- end }}
{{- end }}
{{- if and (has .name (list "partner" "iam" "identityProvider")) (not $to) (not $fqdns) }}
{{- $to = include "bridge.internet" . | fromYamlArray }}
{{- end }}
{{- $ports := empty $given.port | ternary .ports (list $given.port) }}
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

{{/* Who may reach the port for sign-on, as a JSON list of peers. */}}
{{- define "bridge.signOnClients" -}}
{{- $clients := list }}
{{- if .Values.signOn.publicAddress }}
{{- $clients = .Values.networkPolicy.signOnFrom | default list }}
{{- if .Values.signOn.ingress.enabled }}
{{- $clients = concat $clients (.Values.networkPolicy.ingressControllerFrom | default list) }}
{{- end }}
{{- end }}
{{- $clients | uniq | toJson }}
{{- end }}

{{/* Who may reach what, as a JSON list of {port, from}; a port that nobody may reach is left out. */}}
{{- define "bridge.entrances" -}}
{{- $entrances := list }}
{{- range $port, $clients := dict (include "bridge.port" .) (include "bridge.clients" .) (include "bridge.signOnPort" .) (include "bridge.signOnClients" .) }}
{{- with fromJsonArray $clients }}
{{- $entrances = append $entrances (dict "port" (int $port) "from" .) }}
{{- end }}
{{- end }}
{{- $entrances | toJson }}
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
