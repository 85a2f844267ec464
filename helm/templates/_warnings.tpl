{{/* What works and is probably not meant, as a JSON list of sentences. */}}
{{- define "bridge.warnings" -}}
{{- $warnings := list }}
{{- $several := or .Values.autoscaling.enabled (gt (int .Values.replicaCount) 1) }}
{{- if and (not .Values.autoscaling.enabled) (eq (int .Values.replicaCount) 0) }}
{{- $warnings = append $warnings "replicaCount is 0: the adapter is stopped; files and messages wait." }}
{{- end }}
{{- if and $several (not .Values.podDisruptionBudget.enabled) }}
{{- $warnings = append $warnings "podDisruptionBudget is off: a drain may take all adapters at once. Nothing is lost, but the ERP waits." }}
{{- end }}
{{- if and (eq .Values.image.tag "latest") (not .Values.image.digest) }}
{{- $warnings = append $warnings "image.tag is latest: what runs changes with the next pull, unchecked. Name a version, or better a digest." }}
{{- end }}
{{- if not ((.Values.resources).limits | default dict).memory }}
{{- $warnings = append $warnings "resources.limits.memory is not set: the heap may take three quarters of the node's memory." }}
{{- end }}
{{- $owners := dict }}
{{- range $name, $tenant := .Values.partner.tenants }}
{{- with get $owners $tenant.domainId }}
{{- $warnings = append $warnings (printf "partner.tenants %s and %s are one account: each has a quota and documents of its own." . $name) }}
{{- end }}
{{- $_ := set $owners $tenant.domainId $name }}
{{- if and (eq ($tenant.customerAccess | default "") "configured") (not $tenant.customers) }}
{{- $warnings = append $warnings (printf "partner.tenants.%s.customerAccess is configured, and no customer is: nothing can be done for customers." $name) }}
{{- end }}
{{- end }}
{{- range $what := list "ingressFrom" "prometheusFrom" "signOnFrom" "ingressControllerFrom" }}
{{- range get $.Values.networkPolicy $what }}
{{- if hasSuffix "/0" (dig "ipBlock" "cidr" "" .) }}
{{- $warnings = append $warnings (printf "networkPolicy.%s lets everybody in (%s)." $what .ipBlock.cidr) }}
{{- end }}
{{- end }}
{{- end }}
{{- if not .Values.networkPolicy.enabled }}
{{- $warnings = append $warnings "networkPolicy is off: the adapter, which holds the partner's keys, may connect to anything." }}
{{- else if and (eq .Values.networkPolicy.flavour "kubernetes") (not .Values.networkPolicy.egress.partner.cidrs) (not .Values.networkPolicy.egress.partner.podSelector) (not .Values.networkPolicy.egress.partner.namespaceSelector) }}
{{- $warnings = append $warnings "A NetworkPolicy knows no host names: the adapter may connect to the partner's port anywhere on the internet. Narrow networkPolicy.egress.partner and .iam, or use the flavour cilium." }}
{{- end }}
{{- if and .Values.networkPolicy.enabled .Values.signOn.publicAddress (not (include "bridge.signOnClients" . | fromJsonArray)) }}
{{- $warnings = append $warnings "networkPolicy.signOnFrom is empty, and signOn has no Ingress: nobody can reach the port for sign-on." }}
{{- end }}
{{- if and .Values.networkPolicy.enabled .Values.ingress.enabled (not .Values.networkPolicy.ingressControllerFrom) }}
{{- $warnings = append $warnings "networkPolicy.ingressControllerFrom is empty: the Ingress controller cannot reach the adapter." }}
{{- end }}
{{- if and .Values.networkPolicy.enabled .Values.serviceMonitor.enabled (not .Values.networkPolicy.prometheusFrom) }}
{{- $warnings = append $warnings "networkPolicy.prometheusFrom is empty: Prometheus cannot reach the adapter." }}
{{- end }}
{{- if and .Values.signOn.publicAddress (ne .Values.signOn.service.type "ClusterIP") }}
{{- $warnings = append $warnings (printf "signOn.service.type %s: the port for sign-on speaks plain HTTP, something in front must add TLS." .Values.signOn.service.type) }}
{{- end }}
{{- if ne .Values.service.type "ClusterIP" }}
{{- $warnings = append $warnings (printf "service.type %s shows the management port, which speaks plain HTTP, outside the cluster: passwords travel readable unless something in front adds TLS." .Values.service.type) }}
{{- end }}
{{- if and $several .Values.ingress.enabled (not .Values.ingress.annotations) }}
{{- $warnings = append $warnings "Several adapters behind an Ingress without cookie affinity: a login to Hawtio holds for one of them only." }}
{{- end }}
{{- if not .Values.monitor.enabled }}
{{- $warnings = append $warnings "monitor is off: nobody but the operator sees metrics." }}
{{- end }}
{{- if has .Values.database.external.sslMode (list "disable" "require") }}
{{- if .Values.database.external.host }}
{{- $warnings = append $warnings (printf "database.external.sslMode %s does not prove whom the adapter gives its ledger to; use verify-full." .Values.database.external.sslMode) }}
{{- end }}
{{- end }}
{{- with .Values.database.cloudNativePg }}
{{- if and .enabled (lt (int .instances) 3) }}
{{- $warnings = append $warnings (printf "database.cloudNativePg.instances is %d: the ledger stands still, or is lost, with one server." (int .instances)) }}
{{- end }}
{{- if and .enabled (not .backup) (not (hasKey .spec "plugins")) (not (hasKey .spec "backup")) }}
{{- $warnings = append $warnings "The database has no backup: without its ledger the adapter does not know what it has ordered." }}
{{- end }}
{{- if .enabled }}
{{- $warnings = append $warnings (printf "The Cluster %s stays when the release is uninstalled: it is the ledger." (include "bridge.cluster" $)) }}
{{- end }}
{{- end }}
{{- with .Values.overrides }}
{{- if or .routesConfigMap .mappingsConfigMaps }}
{{- $warnings = append $warnings "Routes or mappings come from ConfigMaps of your own: give each version a name of its own, as what changes under the same name is neither checked nor rolled out." }}
{{- end }}
{{- end }}
{{- $warnings | toJson }}
{{- end }}
