{{/*
What the schema cannot say, or not in words that help: every fault of the values in one message.
*/}}
{{- define "bridge.validate" -}}
{{- $faults := concat
  (include "bridge.faults.erp" . | fromJsonArray)
  (include "bridge.faults.database" . | fromJsonArray)
  (include "bridge.faults.partner" . | fromJsonArray)
  (include "bridge.faults.pulls" . | fromJsonArray)
  (include "bridge.faults.logins" . | fromJsonArray)
  (include "bridge.faults.overrides" . | fromJsonArray)
  (include "bridge.faults.settings" . | fromJsonArray)
  (include "bridge.faults.shutdown" . | fromJsonArray)
  (include "bridge.faults.externalSecrets" . | fromJsonArray)
  (include "bridge.faults.scaling" . | fromJsonArray)
  (include "bridge.faults.network" . | fromJsonArray)
  (include "bridge.faults.crds" . | fromJsonArray) }}
{{- if $faults }}
{{- fail (printf "these values cannot be deployed:\n  - %s\n" (join "\n  - " $faults)) }}
{{- end }}
{{- end }}

{{- define "bridge.faults.erp" -}}
{{- $faults := list }}
{{- with .Values.erp.sftp }}
{{- if not .host }}
{{- $faults = append $faults "erp.sftp.host must be set to the ERP's SFTP server" }}
{{- end }}
{{- if not .username }}
{{- $faults = append $faults "erp.sftp.username must be set to the adapter's SFTP login" }}
{{- end }}
{{- if not .secret.name }}
{{- $faults = append $faults "erp.sftp.secret.name must be set to the Secret with the SFTP login's password or private key and the server's host key" }}
{{- end }}
{{- if and .secret.passwordKey .secret.privateKeyKey }}
{{- $faults = append $faults "erp.sftp.secret: passwordKey and privateKeyKey are both set; keep one" }}
{{- end }}
{{- if not (or .secret.passwordKey .secret.privateKeyKey) }}
{{- $faults = append $faults "erp.sftp.secret: set passwordKey or privateKeyKey to the key in the Secret that holds the login's password or private key" }}
{{- end }}
{{- end }}
{{- with .Values.erp.sftp }}
{{- if eq .inboundDirectory .outboundDirectory }}
{{- $faults = append $faults "erp.sftp: inboundDirectory and outboundDirectory are the same; answers would come in again" }}
{{- end }}
{{- end }}
{{- with .Values.erp.queue }}
{{- if and .enabled (has .request (list .reply .event)) }}
{{- $faults = append $faults "erp.queue: request must be another queue than reply and event" }}
{{- end }}
{{- if and .enabled (regexMatch "(?i)password=|://[^/?,]*@" .brokerUrl) }}
{{- $faults = append $faults "erp.queue.brokerUrl holds a password; it belongs into erp.queue.secret (a trust store needs none if it is a PKCS#12 without password or PEM)" }}
{{- end }}
{{- end }}
{{- $faults | toJson }}
{{- end }}

{{- define "bridge.faults.database" -}}
{{- $faults := list }}
{{- $external := .Values.database.external }}
{{- if and $external.host .Values.database.cloudNativePg.enabled }}
{{- $faults = append $faults "database: external.host is set and cloudNativePg is enabled; keep one of the two" }}
{{- else if not (or $external.host .Values.database.cloudNativePg.enabled) }}
{{- $faults = append $faults "database: set external.host to a PostgreSQL, or enable cloudNativePg" }}
{{- end }}
{{- if and $external.host (not $external.secret.name) }}
{{- $faults = append $faults "database.external.secret.name must be set to the Secret with the database's password" }}
{{- end }}
{{- if and $external.caSecret.name (not (hasPrefix "verify-" $external.sslMode)) }}
{{- $faults = append $faults (printf "database.external.caSecret is of no use with sslMode %s; use verify-full" $external.sslMode) }}
{{- end }}
{{- $faults | toJson }}
{{- end }}

{{- define "bridge.faults.partner" -}}
{{- $faults := list }}
{{- $hosts := dict "china" "bss.myhuaweicloud.com" "international" "bss-intl.myhuaweicloud.com" }}
{{- $site := .Values.partner.site }}
{{- $host := (urlParse (include "bridge.partnerEndpoint" .)).hostname }}
{{- range $other, $name := $hosts }}
{{- if and (eq $host $name) (ne $other $site) }}
{{- $faults = append $faults (printf "partner.endpoint is the address of the site %s, but partner.site is %s; set one of them" $other $site) }}
{{- end }}
{{- end }}
{{- if not .Values.partner.tenants }}
{{- $faults = append $faults "partner.tenants must name at least one partner account, with domainId and secret.name" }}
{{- end }}
{{- range $name, $tenant := .Values.partner.tenants }}
{{- $path := printf "partner.tenants.%s" $name }}
{{- $secret := $tenant.secret | default dict }}
{{- $access := $tenant.customerAccess | default "temporary-keys" }}
{{- if eq $access "token" }}
{{- if not $tenant.iamUser }}
{{- $faults = append $faults (printf "%s.iamUser must be set, as customerAccess is token" $path) }}
{{- end }}
{{- if not $tenant.iamDomainName }}
{{- $faults = append $faults (printf "%s.iamDomainName must be set, as customerAccess is token" $path) }}
{{- end }}
{{- if not $secret.iamPasswordKey }}
{{- $faults = append $faults (printf "%s.secret.iamPasswordKey must be set, as customerAccess is token" $path) }}
{{- end }}
{{- else if or $tenant.iamUser $tenant.iamDomainName $secret.iamPasswordKey }}
{{- $faults = append $faults (printf "%s: iamUser, iamDomainName and secret.iamPasswordKey are only used with customerAccess token, which is %s" $path $access) }}
{{- end }}
{{- if and $tenant.customerAccess (ne $access "configured") (not (or $tenant.agencyName $tenant.platformId)) }}
{{- $faults = append $faults (printf "%s: set platformId or agencyName, the agency by which customers authorise the partner, as customerAccess is %s" $path $access) }}
{{- end }}
{{- end }}
{{- $faults | toJson }}
{{- end }}

{{- define "bridge.faults.pulls" -}}
{{- $faults := list }}
{{- $chinaOnly := list "coupons.quotas" "products.policies" "orders.coupons" }}
{{- $shipped := dict "quotas" "coupons.quotas" "policies" "products.policies" }}
{{- range $name, $pull := .Values.pulls }}
{{- if $pull.enabled }}
{{- $interface := $pull.interface | default (get $shipped $name) }}
{{- if and (eq $.Values.partner.site "international") (has $interface $chinaOnly) }}
{{- $faults = append $faults (printf "pulls.%s asks for %s, which the International site does not offer" $name $interface) }}
{{- end }}
{{- range $pull.tenants }}
{{- if not (hasKey $.Values.partner.tenants .) }}
{{- $faults = append $faults (printf "pulls.%s.tenants names %s, which is not in partner.tenants" $name .) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- $faults | toJson }}
{{- end }}

{{- define "bridge.faults.logins" -}}
{{- $faults := list }}
{{- if not .Values.operator.secret.name }}
{{- $faults = append $faults "operator.secret.name must be set to the Secret with the operator's password" }}
{{- end }}
{{- if and .Values.monitor.enabled (eq .Values.monitor.username .Values.operator.username) }}
{{- $faults = append $faults "monitor.username must be another name than operator.username" }}
{{- end }}
{{- if and .Values.serviceMonitor.enabled (not .Values.monitor.enabled) }}
{{- $faults = append $faults "serviceMonitor.enabled needs monitor.enabled and monitor.secret: Prometheus logs in as the monitor" }}
{{- end }}
{{- $faults | toJson }}
{{- end }}

{{- define "bridge.faults.overrides" -}}
{{- $faults := list }}
{{- with .Values.overrides }}
{{- if and .routes .routesConfigMap }}
{{- $faults = append $faults "overrides: routes and routesConfigMap are both set; keep one" }}
{{- end }}
{{- $mappings := .mappings }}
{{- range $interface, $name := .mappingsConfigMaps }}
{{- if hasKey $mappings $interface }}
{{- $faults = append $faults (printf "overrides: %s stands in mappings and in mappingsConfigMaps; keep one" $interface) }}
{{- end }}
{{- end }}
{{- end }}
{{- $faults | toJson }}
{{- end }}

{{/* Settings that the chart writes itself have a value of their own; secrets are mounted as files. */}}
{{- define "bridge.faults.settings" -}}
{{- $faults := list }}
{{- range $property, $value := .Values.settings }}
{{- if regexMatch "(?i)passw(or)?d|passphrase|secret|token|access-?key|private-?key|api-?key" $property }}
{{- if not (hasSuffix "-file" $property) }}
{{- $faults = append $faults (printf "settings: %s smells of a secret, and settings go into a ConfigMap; name a Secret in the value that is made for it, or mount one with extraVolumes and name its file" $property) }}
{{- end }}
{{- end }}
{{- range $prefix, $instead := include "bridge.ownSettings" . | fromYaml }}
{{- $own := $prefix | replace "-" "" }}
{{- $given := $property | lower | replace "-" "" | replace "_" "" }}
{{- if or (eq $given $own) (and (hasSuffix "." $own) (hasPrefix $own $given)) }}
{{- $faults = append $faults (printf "settings: %s is set by the chart itself; use %s" $property $instead) }}
{{- end }}
{{- end }}
{{- end }}
{{- $faults | toJson }}
{{- end }}

{{/* What is under way when an adapter is told to stop must have its time. */}}
{{- define "bridge.faults.shutdown" -}}
{{- $faults := list }}
{{- $longest := 0 }}
{{- range $property, $shipped := dict "partner.response-timeout" "60s" "partner.connect-timeout" "5s" }}
{{- $timeout := get $.Values.settings $property | default $shipped | toString }}
{{- if regexMatch "^[0-9]+s$" $timeout }}
{{- $longest = add $longest (trimSuffix "s" $timeout | int) }}
{{- else }}
{{- $faults = append $faults (printf "settings: write %s in seconds, such as 90s; shutdown.drainSeconds goes by it" $property) }}
{{- end }}
{{- end }}
{{- if lt (int .Values.shutdown.drainSeconds) (int $longest) }}
{{- $faults = append $faults (printf "shutdown.drainSeconds (%d) must not be less than partner.response-timeout and partner.connect-timeout together (%d seconds): a write under way would be cut off" (int .Values.shutdown.drainSeconds) (int $longest)) }}
{{- end }}
{{- $faults | toJson }}
{{- end }}

{{/* Property, or prefix of properties, that the chart writes → what to use instead. */}}
{{- define "bridge.ownSettings" -}}
server.port: the port of the service, service.port
server.address: nothing, the pod listens on its own address
management.server.port: nothing, there is one port
management.server.base-path: nothing, the probes need it as it is
management.endpoints.web.base-path: nothing, the probes need it as it is
spring.datasource.url: database
spring.datasource.username: database
spring.config.: settings themselves
spring.profiles.: settings themselves
spring.artemis.: erp.queue
ledger.: database
erp.sftp.host: erp.sftp.host
erp.sftp.port: erp.sftp.port
erp.sftp.username: erp.sftp.username
erp.sftp.password-file: erp.sftp.secret
erp.sftp.private-key-file: erp.sftp.secret
erp.sftp.known-hosts-file: erp.sftp.secret
erp.sftp.inbound-directory: erp.sftp.inboundDirectory
erp.sftp.outbound-directory: erp.sftp.outboundDirectory
erp.queue.request: erp.queue.request
erp.queue.reply: erp.queue.reply
erp.queue.event: erp.queue.event
erp.queue.password-file: erp.queue.secret
partner.site: partner.site
partner.endpoint: partner.endpoint
partner.iam-endpoint: partner.iamEndpoint
partner.orders.generation: partner.ordersGeneration
partner.quotas.: partner.quotas
partner.tenants.: partner.tenants
pulls.: pulls
operator.: operator
monitor.: monitor
bridge.routes: overrides
bridge.mappings: overrides
bridge.check: overrides.check
camel.main.shutdown-timeout: shutdown.drainSeconds
camel.main.routes-include-pattern: overrides
{{- end }}

{{- define "bridge.faults.externalSecrets" -}}
{{- $faults := list }}
{{- with .Values.externalSecrets }}
{{- if and .enabled (not .secretStoreRef.name) }}
{{- $faults = append $faults "externalSecrets.secretStoreRef.name must be set to the SecretStore" }}
{{- end }}
{{- if and .enabled (not .secrets) }}
{{- $faults = append $faults "externalSecrets.secrets must name at least one Secret with its keys" }}
{{- end }}
{{- if and .secrets (not .enabled) }}
{{- $faults = append $faults "externalSecrets.secrets is set, but externalSecrets.enabled is false" }}
{{- end }}
{{- if .enabled }}
{{- $brought := .secrets }}
{{- range include "bridge.secrets" $ | fromJsonArray }}
{{- $wanted := . }}
{{- with get $brought .secret }}
{{- $has := . }}
{{- range compact $wanted.keys }}
{{- if not (hasKey $has .) }}
{{- $faults = append $faults (printf "externalSecrets.secrets.%s has no key %s, which the adapter reads" $wanted.secret .) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- $faults | toJson }}
{{- end }}

{{- define "bridge.faults.scaling" -}}
{{- $faults := list }}
{{- with .Values.autoscaling }}
{{- if and .enabled (gt (int .minReplicas) (int .maxReplicas)) }}
{{- $faults = append $faults (printf "autoscaling.minReplicas (%d) must not be more than maxReplicas (%d)" (int .minReplicas) (int .maxReplicas)) }}
{{- end }}
{{- end }}
{{- if and .Values.autoscaling.enabled (not (dig "requests" "cpu" "" .Values.resources)) }}
{{- $faults = append $faults "autoscaling goes by the requested CPU: set resources.requests.cpu" }}
{{- end }}
{{- $faults | toJson }}
{{- end }}

{{/* A NetworkPolicy knows no host names: what is outside needs an address. */}}
{{- define "bridge.faults.network" -}}
{{- $faults := list }}
{{- if .Values.networkPolicy.enabled }}
{{- range include "bridge.targets" . | fromJsonArray }}
{{- if and (compact .hosts) (not (or .to .fqdns)) }}
{{- $faults = append $faults (printf "networkPolicy.egress.%s: set cidrs to the addresses of %s, or selectors if it runs in this cluster (or use the flavour cilium, which knows host names)" .name (join ", " .hosts)) }}
{{- end }}
{{- end }}
{{- end }}
{{- $faults | toJson }}
{{- end }}

{{- define "bridge.faults.crds" -}}
{{- $faults := list }}
{{- if .Values.requireCrds }}
{{- $needed := dict }}
{{- if .Values.database.cloudNativePg.enabled }}
{{- $_ := set $needed "postgresql.cnpg.io/v1" "database.cloudNativePg needs the operator CloudNativePG" }}
{{- end }}
{{- if .Values.externalSecrets.enabled }}
{{- $_ := set $needed "external-secrets.io/v1" "externalSecrets needs the External Secrets Operator" }}
{{- end }}
{{- if .Values.serviceMonitor.enabled }}
{{- $_ := set $needed "monitoring.coreos.com/v1" "serviceMonitor needs the Prometheus Operator" }}
{{- end }}
{{- if and .Values.networkPolicy.enabled (eq .Values.networkPolicy.flavour "cilium") }}
{{- $_ := set $needed "cilium.io/v2" "networkPolicy.flavour cilium needs Cilium" }}
{{- end }}
{{- range $api, $text := $needed }}
{{- if not ($.Capabilities.APIVersions.Has $api) }}
{{- $faults = append $faults (printf "%s: the cluster does not offer %s (away from a cluster: --api-versions %s, or requireCrds false)" $text $api $api) }}
{{- end }}
{{- end }}
{{- end }}
{{- $faults | toJson }}
{{- end }}
