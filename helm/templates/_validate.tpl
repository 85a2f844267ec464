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
  (include "bridge.faults.signOn" . | fromJsonArray)
  (include "bridge.faults.overrides" . | fromJsonArray)
  (include "bridge.faults.settings" . | fromJsonArray)
  (include "bridge.faults.pod" . | fromJsonArray)
  (include "bridge.faults.resources" . | fromJsonArray)
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
{{- if eq .inboundDirectory .outboundDirectory }}
{{- $faults = append $faults "erp.sftp: inboundDirectory and outboundDirectory must be two folders; answers would be taken for files of the ERP" }}
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
{{- with .Values.erp.queue }}
{{- if and .enabled (has .request (list .reply .event)) }}
{{- $faults = append $faults "erp.queue: request must be another queue than reply and event" }}
{{- end }}
{{- if and .enabled (regexMatch "(?i)password=|://[^/?,]*@" .brokerUrl) }}
{{- $faults = append $faults "erp.queue.brokerUrl holds a password, and it goes into a ConfigMap; the login's belongs into erp.queue.secret, a trust store does without (PEM, or PKCS#12 without password)" }}
{{- end }}
{{- end }}
{{- range $tenant, $places := .Values.erp.tenants }}
{{- if and $places.queue (not $.Values.erp.queue.enabled) }}
{{- $faults = append $faults (printf "erp.tenants.%s.queue is of no use without the broker; enable erp.queue" $tenant) }}
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
{{- $period := $pull.period | default (get (dict "quotas" "day" "customers" "day" "bound" "day") $name) | default "month" }}
{{- if and $pull.since (ne (len $pull.since) (get (dict "month" 7 "day" 10 "hour" 13) $period)) }}
{{- $faults = append $faults (printf "pulls.%s.since must name a %s, such as %s, as its period is %s" $name $period (get (dict "month" "2026-01" "day" "2026-01-31" "hour" "2026-01-31T23") $period) $period) }}
{{- end }}
{{- range $pull.tenants }}
{{- if not (hasKey ($.Values.partner.tenants | default dict) .) }}
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
{{- range $name, $login := .Values.desk.logins }}
{{- if or (eq (lower $name) (lower $.Values.operator.username)) (and $.Values.monitor.enabled (eq (lower $name) (lower $.Values.monitor.username))) }}
{{- $faults = append $faults (printf "desk.logins.%s must be another name than operator.username and monitor.username" $name) }}
{{- end }}
{{- end }}
{{- with .Values.desk.oidc }}
{{- if and .issuer (not (and .clientId .publicAddress)) }}
{{- $faults = append $faults "desk.oidc.issuer needs desk.oidc.clientId and desk.oidc.publicAddress" }}
{{- end }}
{{- if and .issuer (not (concat .viewers .operators .administrators)) }}
{{- $faults = append $faults "desk.oidc.viewers, operators and administrators are empty: nobody could enter" }}
{{- end }}
{{- end }}
{{- if and .Values.serviceMonitor.enabled (not .Values.monitor.enabled) }}
{{- $faults = append $faults "serviceMonitor.enabled needs monitor.enabled and monitor.secret: Prometheus logs in as the monitor" }}
{{- end }}
{{- $faults | toJson }}
{{- end }}

{{- define "bridge.faults.signOn" -}}
{{- $faults := list }}
{{- with .Values.signOn }}
{{- if and .publicAddress (not .secret.name) }}
{{- $faults = append $faults "signOn.secret.name must be set to the Secret with the key, its certificate and the partner's metadata" }}
{{- end }}
{{- if and .publicAddress (not .targets) }}
{{- $faults = append $faults "signOn.targets is empty: no link could lead anywhere" }}
{{- end }}
{{- if and .ingress.enabled (not .publicAddress) }}
{{- $faults = append $faults "signOn.ingress.enabled needs signOn.publicAddress" }}
{{- end }}
{{- if and .publicAddress .ingress.enabled $.Values.ingress.enabled (eq (include "bridge.signOnHost" $) $.Values.ingress.host) }}
{{- $faults = append $faults "signOn.publicAddress must have another host than ingress.host: nothing else may be on it" }}
{{- end }}
{{- end }}
{{- $faults | toJson }}
{{- end }}

{{- define "bridge.faults.overrides" -}}
{{- $faults := list }}
{{- with .Values.overrides }}
{{- if and .routes .routesConfigMap }}
{{- $faults = append $faults "overrides: routes and routesConfigMap are both set; keep one" }}
{{- end }}
{{- $mappings := .mappings | default dict }}
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
{{- /* Dashes do not count in names of settings; secrets.* is about looking at files. */}}
{{- $plain := $property | trimPrefix "secrets." | replace "-" "" | replace "_" "" }}
{{- if regexMatch "(?i)passw(or)?d|passphrase|secret|token|accesskey|privatekey|apikey" $plain }}
{{- if not (hasSuffix "-file" $property) }}
{{- $faults = append $faults (printf "settings: %s smells of a secret, and settings go into a ConfigMap; name a Secret in the value that is made for it, or mount one with extraVolumes and name its file" $property) }}
{{- end }}
{{- end }}
{{- /* As Spring reads names: without regard to case and dashes. */}}
{{- $written := $property | lower | replace "-" "" }}
{{- range $prefix, $instead := include "bridge.ownSettings" . | fromYaml }}
{{- $own := replace "-" "" $prefix }}
{{- if or (eq $written $own) (and (hasSuffix "." $own) (hasPrefix $own $written)) }}
{{- $faults = append $faults (printf "settings: %s is set by the chart itself; use %s" $property $instead) }}
{{- end }}
{{- end }}
{{- end }}
{{- $call := add (include "bridge.milliseconds" (get (.Values.settings | default dict) "partner.response-timeout" | default "60s")) (include "bridge.milliseconds" (get (.Values.settings | default dict) "partner.connect-timeout" | default "5s")) }}
{{- if lt (mul (int64 .Values.shutdown.drainSeconds) 1000) $call }}
{{- $faults = append $faults (printf "shutdown.drainSeconds is %d, but a call to the partner may take %d s (settings: partner.connect-timeout and partner.response-timeout); a shorter way out would leave a write in doubt" (int .Values.shutdown.drainSeconds) (div $call 1000)) }}
{{- end }}
{{- $faults | toJson }}
{{- end }}

{{/* A time as Spring reads it; 0 if it is written in another way. */}}
{{- define "bridge.milliseconds" -}}
{{- $units := dict "" 1 "ms" 1 "s" 1000 "m" 60000 "h" 3600000 }}
{{- $text := toString . }}
{{- if regexMatch "^[0-9]{1,9}(ms|s|m|h)?$" $text }}
{{- mul (regexFind "^[0-9]+" $text | int64) (get $units (regexFind "[a-z]*$" $text)) }}
{{- else -}}
0
{{- end }}
{{- end }}

{{- define "bridge.faults.pod" -}}
{{- $faults := list }}
{{- if regexMatch "(?i)passw(or)?d=|secret=|token=" (.Values.java.options | default "") }}
{{- $faults = append $faults "java.options holds a password, and it stands readable in the pod's description; a trust store does without (PKCS#12 without password)" }}
{{- end }}
{{- $seen := list }}
{{- range .Values.extraEnv }}
{{- $name := .name }}
{{- if has $name $seen }}
{{- $faults = append $faults (printf "extraEnv: %s stands there twice" $name) }}
{{- end }}
{{- $seen = append $seen $name }}
{{- if has $name (list "JAVA_TOOL_OPTIONS" "JDK_JAVA_OPTIONS" "SPRING_APPLICATION_JSON") }}
{{- $faults = append $faults (printf "extraEnv: %s is set by the chart itself, or would go before it; use settings or java.options" $name) }}
{{- end }}
{{- /* A variable goes before the settings that the chart writes. */}}
{{- $written := regexReplaceAll "[._-]" $name "" | lower }}
{{- range $prefix, $instead := include "bridge.ownSettings" $ | fromYaml }}
{{- $own := regexReplaceAll "[._-]" $prefix "" }}
{{- if or (eq $written $own) (and (hasSuffix "." $prefix) (hasPrefix $own $written) (ne $own $written)) }}
{{- $faults = append $faults (printf "extraEnv: %s would go before what the chart sets; use %s" $name $instead) }}
{{- end }}
{{- end }}
{{- end }}
{{- $seen = list }}
{{- range .Values.extraVolumes }}
{{- if has .name $seen }}
{{- $faults = append $faults (printf "extraVolumes: %s stands there twice" .name) }}
{{- end }}
{{- $seen = append $seen .name }}
{{- if or (has .name (list "tmp" "config" "secrets" "routes")) (hasPrefix "mappings-" .name) }}
{{- $faults = append $faults (printf "extraVolumes: %s is the name of a volume of the chart's own; choose another" .name) }}
{{- end }}
{{- end }}
{{- $faults | toJson }}
{{- end }}

{{/* An amount as Kubernetes writes it, as a plain number. */}}
{{- define "bridge.amount" -}}
{{- $units := dict "" 1.0 "m" 0.001 "k" 1e3 "M" 1e6 "G" 1e9 "T" 1e12 "Ki" 1024.0 "Mi" 1048576.0 "Gi" 1073741824.0 "Ti" 1099511627776.0 }}
{{- if kindIs "string" . -}}
{{- mulf (regexFind "^[0-9.]+" . | float64) (get $units (regexFind "[A-Za-z]*$" .)) }}
{{- else -}}
{{- float64 . }}
{{- end }}
{{- end }}

{{/* What the scheduler and the kernel would do with the adapter, which it cannot see itself. */}}
{{- define "bridge.faults.resources" -}}
{{- $faults := list }}
{{- range $path, $resources := dict "resources" .Values.resources "database.cloudNativePg.resources" .Values.database.cloudNativePg.resources }}
{{- range $kind, $limit := ($resources | default dict).limits }}
{{- $request := get (($resources.requests) | default dict) $kind }}
{{- if and $request (gt (include "bridge.amount" $request | float64) (include "bridge.amount" $limit | float64)) }}
{{- $faults = append $faults (printf "%s.requests.%s is %v, more than limits.%s, which is %v" $path $kind $request $kind $limit) }}
{{- end }}
{{- end }}
{{- end }}
{{- $limit := ((.Values.resources).limits | default dict).memory }}
{{- if $limit }}
{{- $bytes := include "bridge.amount" $limit | float64 }}
{{- if lt $bytes (include "bridge.amount" "512Mi" | float64) }}
{{- $faults = append $faults (printf "resources.limits.memory is %v: the adapter does not live in less than 512Mi" $limit) }}
{{- end }}
{{- $heap := regexFind "-Xmx[0-9]+[kKmMgG]?" (.Values.java.options | default "") }}
{{- if $heap }}
{{- $units := dict "" "" "k" "Ki" "m" "Mi" "g" "Gi" }}
{{- $wanted := include "bridge.amount" (printf "%s%s" (regexFind "[0-9]+" $heap) (get $units (regexFind "[kKmMgG]?$" $heap | lower))) | float64 }}
{{- if gt $wanted (mulf $bytes 0.85) }}
{{- $faults = append $faults (printf "java.options: %s does not fit into resources.limits.memory, which is %v; leave a quarter for what is not heap" $heap $limit) }}
{{- end }}
{{- end }}
{{- $share := regexFind "-XX:MaxRAMPercentage=[0-9.]+" (.Values.java.options | default "") }}
{{- if and $share (gt (regexFind "[0-9.]+$" $share | float64) 85.0) }}
{{- $faults = append $faults (printf "java.options: %s leaves too little of resources.limits.memory for what is not heap" $share) }}
{{- end }}
{{- end }}
{{- $faults | toJson }}
{{- end }}

{{/* Property, or prefix of properties, that the chart writes → what to use instead. */}}
{{- define "bridge.ownSettings" -}}
server.port: the port of the service, service.port
server.address: nothing, the pod listens on its own address
server.forward-headers-strategy: ingress.trustedProxies
door.probes-port: nothing, the probes need it as it is
door.trusted-proxies: ingress.trustedProxies
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
erp.tenants.: erp.tenants
sign-on.public-address: signOn.publicAddress
sign-on.port: nothing, the Service leads to it as it is
sign-on.address: nothing, the pod listens on its own address
sign-on.key-file: signOn.secret
sign-on.certificate-file: signOn.secret
sign-on.other-certificate-file: signOn.secret
sign-on.partner-metadata-file: signOn.secret
sign-on.targets.: signOn.targets
partner.site: partner.site
partner.endpoint: partner.endpoint
partner.iam-endpoint: partner.iamEndpoint
partner.orders.generation: partner.ordersGeneration
partner.quotas.: partner.quotas
partner.tenants.: partner.tenants
pulls.: pulls
operator.: operator
monitor.: monitor
desk.logins.: desk.logins
desk.oidc.issuer: desk.oidc.issuer
desk.oidc.client-id: desk.oidc.clientId
desk.oidc.client-secret-file: desk.oidc.secret
desk.oidc.public-address: desk.oidc.publicAddress
desk.oidc.viewers: desk.oidc.viewers
desk.oidc.operators: desk.oidc.operators
desk.oidc.administrators: desk.oidc.administrators
decisions.two-persons: desk.twoPersons
tracing.endpoint: tracing.endpoint
exchange.key-file: exchange.secret
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
{{- if not (or $wanted.optional (hasKey $has .)) }}
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
{{- $target := . }}
{{- range (get $.Values.networkPolicy.egress .name).cidrs }}
{{- if hasSuffix "/0" . }}
{{- $faults = append $faults (printf "networkPolicy.egress.%s.cidrs: %s is everywhere, the cloud's metadata included; name the addresses" $target.name .) }}
{{- end }}
{{- end }}
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
{{- else if .Values.prometheusRule.enabled }}
{{- $_ := set $needed "monitoring.coreos.com/v1" "prometheusRule needs the Prometheus Operator" }}
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
