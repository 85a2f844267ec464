{{/* application.yaml: every setting, no secret. */}}
{{- define "bridge.config" -}}
{{- $secrets := "/etc/bridge/secrets" }}
{{- $database := include "bridge.database" . | fromJson }}
server:
  port: {{ include "bridge.port" . }}
  {{- if .Values.ingress.enabled }}
  # Browsers take it by https, and on localhost.
  servlet:
    session:
      cookie:
        secure: true
  {{- end }}
door:
  probes-port: {{ include "bridge.probesPort" . }}
  {{- if and .Values.ingress.enabled .Values.ingress.trustedProxies }}
  # The Ingress controller says who asks.
  trusted-proxies:
    {{- toYaml .Values.ingress.trustedProxies | nindent 4 }}
  {{- end }}
camel:
  main:
    shutdown-timeout: {{ .Values.shutdown.drainSeconds }}
spring:
  datasource:
    url: {{ include "bridge.databaseUrl" $database | quote }}
    username: {{ $database.username | quote }}
  {{- if .Values.erp.queue.enabled }}
  artemis:
    broker-url: {{ .Values.erp.queue.brokerUrl | quote }}
    user: {{ .Values.erp.queue.username | quote }}
  {{- end }}
ledger:
  password-file: {{ printf "%s/database/%s" $secrets $database.passwordKey | quote }}
erp:
  sftp:
    {{- with .Values.erp.sftp }}
    host: {{ .host | quote }}
    port: {{ .port }}
    username: {{ .username | quote }}
    {{- with .secret.passwordKey }}
    password-file: {{ printf "%s/sftp/%s" $secrets . | quote }}
    {{- end }}
    {{- with .secret.privateKeyKey }}
    private-key-file: {{ printf "%s/sftp/%s" $secrets . | quote }}
    {{- end }}
    known-hosts-file: {{ printf "%s/sftp/%s" $secrets .secret.knownHostsKey | quote }}
    inbound-directory: {{ .inboundDirectory | quote }}
    outbound-directory: {{ .outboundDirectory | quote }}
    {{- end }}
  {{- with .Values.erp.queue }}
  {{- if .enabled }}
  queue:
    request: {{ .request | quote }}
    reply: {{ .reply | quote }}
    {{- with .replyQueues }}
    reply-queues: {{ toJson . }}
    {{- end }}
    {{- with .event }}
    event: {{ . | quote }}
    {{- end }}
    password-file: {{ printf "%s/broker/%s" $secrets .secret.passwordKey | quote }}
  {{- end }}
  {{- end }}
  {{- with .Values.erp.tenants }}
  tenants:
    {{- range $tenant, $places := . }}
    {{ $tenant | quote }}:
      {{- include "bridge.ownPlaces" $places | nindent 6 }}
    {{- end }}
  {{- end }}
partner:
  site: {{ .Values.partner.site }}
  endpoint: {{ include "bridge.partnerEndpoint" . | quote }}
  iam-endpoint: {{ include "bridge.iamEndpoint" . | quote }}
  orders:
    generation: {{ .Values.partner.ordersGeneration }}
  {{- with .Values.partner.quotas }}
  quotas:
    {{- range $api, $quota := . }}
    {{ $api | quote }}: {{ int $quota }}
    {{- end }}
  {{- end }}
  tenants:
    {{- range $tenant, $settings := .Values.partner.tenants }}
    {{ $tenant | quote }}:
      {{- include "bridge.tenantConfig" (dict "tenant" $settings "folder" (printf "%s/tenants/%s" $secrets $tenant)) | nindent 6 }}
    {{- end }}
{{- with .Values.pulls }}
pulls:
  {{- range $name, $pull := . }}
  {{ $name | quote }}:
    {{- include "bridge.pullConfig" $pull | nindent 4 }}
  {{- end }}
{{- end }}
operator:
  username: {{ .Values.operator.username | quote }}
  password-file: {{ printf "%s/operator/%s" $secrets .Values.operator.secret.passwordKey | quote }}
{{- with .Values.monitor }}
{{- if .enabled }}
monitor:
  username: {{ .username | quote }}
  password-file: {{ printf "%s/monitor/%s" $secrets .secret.passwordKey | quote }}
{{- end }}
{{- end }}
{{- if or .Values.desk.logins .Values.desk.oidc.issuer }}
desk:
  {{- with .Values.desk.logins }}
  logins:
    {{- range $name, $login := . }}
    {{ $name | quote }}:
      role: {{ $login.role }}
      password-file: {{ printf "%s/desk/%s/%s" $secrets $name (include "bridge.deskPasswordKey" $login) | quote }}
    {{- end }}
  {{- end }}
  {{- with .Values.desk.oidc }}
  {{- if .issuer }}
  oidc:
    issuer: {{ .issuer | quote }}
    client-id: {{ .clientId | quote }}
    {{- if .secret.name }}
    client-secret-file: {{ printf "%s/oidc/%s" $secrets .secret.key | quote }}
    {{- end }}
    public-address: {{ .publicAddress | quote }}
    {{- range $role := list "viewers" "operators" "administrators" }}
    {{- with get $.Values.desk.oidc $role }}
    {{ $role }}: {{ toJson . }}
    {{- end }}
    {{- end }}
  {{- end }}
  {{- end }}
{{- end }}
{{- if .Values.desk.twoPersons }}
decisions:
  two-persons: true
{{- end }}
{{- with .Values.signOn }}
{{- if .publicAddress }}
sign-on:
  public-address: {{ .publicAddress | quote }}
  port: {{ include "bridge.signOnPort" $ }}
  key-file: {{ printf "%s/sign-on/%s" $secrets .secret.privateKeyKey | quote }}
  certificate-file: {{ printf "%s/sign-on/%s" $secrets .secret.certificateKey | quote }}
  other-certificate-file: {{ printf "%s/sign-on/%s" $secrets .secret.otherCertificateKey | quote }}
  partner-metadata-file: {{ printf "%s/sign-on/%s" $secrets .secret.partnerMetadataKey | quote }}
  targets:
    {{- range $name, $page := .targets }}
    {{ $name | quote }}: {{ $page | quote }}
    {{- end }}
{{- end }}
{{- end }}
{{- with .Values.tracing.endpoint }}
tracing:
  endpoint: {{ . | quote }}
{{- end }}
{{- with .Values.exchange.secret }}
{{- if .name }}
exchange:
  key-file: {{ printf "%s/exchange/%s" $secrets .key | quote }}
{{- end }}
{{- end }}
{{- with .Values.overrides }}
{{- if or .routes .routesConfigMap .mappings .mappingsConfigMaps }}
bridge:
  {{- if or .routes .routesConfigMap }}
  routes: "file:/etc/bridge/routes/*.camel.yaml,classpath:routes/*.camel.yaml"
  {{- end }}
  {{- if or .mappings .mappingsConfigMaps }}
  mappings: "file:/etc/bridge/mappings/,classpath:mappings/"
  {{- end }}
{{- end }}
{{- end }}
{{- with .Values.settings }}
# From the value settings.
{{- range $property, $value := . }}
{{ $property | quote }}: {{ $value | toJson }}
{{- end }}
{{- end }}
{{- end }}

{{- define "bridge.databaseUrl" -}}
{{- $url := printf "jdbc:postgresql://%s:%d/%s?sslmode=%s" .host (int .port) .name .sslMode }}
{{- if .caSecret }}
{{- $url = printf "%s&sslrootcert=/etc/bridge/secrets/database-ca/%s" $url .caKey }}
{{- else if hasPrefix "verify-" .sslMode }}
{{- /* The authorities that Java knows; otherwise the driver looks for a file in the user's home. */}}
{{- $url = printf "%s&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory" $url }}
{{- end }}
{{- $url }}
{{- end }}

{{- define "bridge.ownPlaces" -}}
shared: {{ .shared | default false }}
{{- with .sftp }}
sftp:
  inbound-directory: {{ .inboundDirectory | quote }}
  outbound-directory: {{ .outboundDirectory | quote }}
{{- end }}
{{- with .queue }}
queue:
  {{- with .request }}
  request: {{ . | quote }}
  {{- end }}
  {{- with .reply }}
  reply: {{ . | quote }}
  {{- end }}
  {{- with .replyQueues }}
  reply-queues: {{ toJson . }}
  {{- end }}
  {{- with .refused }}
  refused: {{ . | quote }}
  {{- end }}
  {{- with .event }}
  event: {{ . | quote }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "bridge.tenantConfig" -}}
{{- $folder := .folder }}
{{- with .tenant }}
{{- $keys := include "bridge.tenantKeys" . | fromJson -}}
domain-id: {{ .domainId | quote }}
access-key-file: {{ printf "%s/%s" $folder $keys.accessKey | quote }}
secret-key-file: {{ printf "%s/%s" $folder $keys.secretKey | quote }}
{{- with .platformId }}
platform-id: {{ . | quote }}
{{- end }}
{{- with .role }}
role: {{ . }}
{{- end }}
{{- with .language }}
language: {{ . }}
{{- end }}
{{- with .ordersGeneration }}
orders-generation: {{ . }}
{{- end }}
{{- with .customerAccess }}
customer-access: {{ . }}
{{- end }}
{{- with .agencyName }}
agency-name: {{ . | quote }}
{{- end }}
{{- with .iamDomainName }}
iam-domain-name: {{ . | quote }}
{{- end }}
{{- with .iamUser }}
iam-user: {{ . | quote }}
{{- end }}
{{- with $keys.iamPassword }}
iam-password-file: {{ printf "%s/%s" $folder . | quote }}
{{- end }}
{{- with .customers }}
customers:
  {{- range $id, $customer := . }}
  {{- $keys := include "bridge.tenantKeys" $customer | fromJson }}
  # The brackets keep every character of the id.
  {{ printf "[%s]" $id | quote }}:
    access-key-file: {{ printf "%s/customers/%s/%s" $folder $id $keys.accessKey | quote }}
    secret-key-file: {{ printf "%s/customers/%s/%s" $folder $id $keys.secretKey | quote }}
    {{- with $keys.securityToken }}
    security-token-file: {{ printf "%s/customers/%s/%s" $folder $id . | quote }}
    {{- end }}
  {{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "bridge.pullConfig" -}}
enabled: {{ .enabled | default false }}
{{- with .cron }}
cron: {{ . | quote }}
{{- end }}
{{- with .interface }}
interface: {{ . | quote }}
{{- end }}
{{- with .period }}
period: {{ . }}
{{- end }}
{{- with .tenants }}
tenants: {{ toJson . }}
{{- end }}
{{- with .since }}
since: {{ . | quote }}
{{- end }}
{{- with .values }}
values:
  {{- range $key, $value := . }}
  {{ printf "[%s]" $key | quote }}: {{ $value | toString | quote }}
  {{- end }}
{{- end }}
{{- end }}
