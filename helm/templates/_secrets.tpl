{{/*
Which keys of which Secrets the adapter reads, as a JSON list of {folder, secret, keys, optional}. A file's path is
/etc/bridge/secrets/<folder>/<key>. Optional keys need not be there, and may come and go.
*/}}
{{- define "bridge.secrets" -}}
{{- $list := list }}
{{- with .Values.erp.sftp.secret }}
{{- $list = append $list (dict "folder" "sftp" "secret" .name "keys" (list .passwordKey .privateKeyKey .knownHostsKey)) }}
{{- end }}
{{- if .Values.erp.queue.enabled }}
{{- with .Values.erp.queue.secret }}
{{- $list = append $list (dict "folder" "broker" "secret" .name "keys" (list .passwordKey)) }}
{{- end }}
{{- end }}
{{- $database := include "bridge.database" . | fromJson }}
{{- $list = append $list (dict "folder" "database" "secret" $database.secret "keys" (list $database.passwordKey)) }}
{{- if $database.caSecret }}
{{- $list = append $list (dict "folder" "database-ca" "secret" $database.caSecret "keys" (list $database.caKey)) }}
{{- end }}
{{- with .Values.operator.secret }}
{{- $list = append $list (dict "folder" "operator" "secret" .name "keys" (list .passwordKey)) }}
{{- end }}
{{- if .Values.monitor.enabled }}
{{- with .Values.monitor.secret }}
{{- $list = append $list (dict "folder" "monitor" "secret" .name "keys" (list .passwordKey)) }}
{{- end }}
{{- end }}
{{- range $name, $login := .Values.desk.logins }}
{{- $list = append $list (dict "folder" (printf "desk/%s" $name) "secret" $login.secret.name "keys" (list (include "bridge.deskPasswordKey" $login))) }}
{{- end }}
{{- with .Values.desk.oidc }}
{{- if and .issuer .secret.name }}
{{- $list = append $list (dict "folder" "oidc" "secret" .secret.name "keys" (list .secret.key)) }}
{{- end }}
{{- end }}
{{- if .Values.signOn.publicAddress }}
{{- with .Values.signOn.secret }}
{{- $list = concat $list (list (dict "folder" "sign-on" "secret" .name "keys" (list .privateKeyKey .certificateKey .partnerMetadataKey)) (dict "folder" "sign-on" "secret" .name "keys" (list .otherCertificateKey) "optional" true)) }}
{{- end }}
{{- end }}
{{- with .Values.exchange.secret }}
{{- if .name }}
{{- $list = append $list (dict "folder" "exchange" "secret" .name "keys" (list .key)) }}
{{- end }}
{{- end }}
{{- range $tenant, $settings := .Values.partner.tenants }}
{{- $keys := include "bridge.tenantKeys" $settings | fromJson }}
{{- $list = append $list (dict "folder" (printf "tenants/%s" $tenant) "secret" $settings.secret.name "keys" (list $keys.accessKey $keys.secretKey $keys.iamPassword)) }}
{{- range $id, $customer := $settings.customers }}
{{- $keys := include "bridge.tenantKeys" $customer | fromJson }}
{{- $list = append $list (dict "folder" (printf "tenants/%s/customers/%s" $tenant $id) "secret" $customer.secret.name "keys" (list $keys.accessKey $keys.secretKey $keys.securityToken)) }}
{{- end }}
{{- end }}
{{- $list | toJson }}
{{- end }}

{{/* The name of the key in the Secret of a login of the desk. */}}
{{- define "bridge.deskPasswordKey" -}}
{{- (.secret | default dict).passwordKey | default "password" }}
{{- end }}

{{/* The names of keys in the Secret of a tenant or a customer, with their defaults. */}}
{{- define "bridge.tenantKeys" -}}
{{- $secret := .secret | default dict }}
{{- dict
  "accessKey" ($secret.accessKeyKey | default "access-key")
  "secretKey" ($secret.secretKeyKey | default "secret-key")
  "iamPassword" ($secret.iamPasswordKey | default "")
  "securityToken" ($secret.securityTokenKey | default "") | toJson }}
{{- end }}

{{/* The ledger's database, whoever runs it. */}}
{{- define "bridge.database" -}}
{{- if .Values.database.cloudNativePg.enabled }}
{{- $cluster := include "bridge.cluster" . }}
{{- with .Values.database.cloudNativePg }}
{{- dict "host" (printf "%s-rw" $cluster) "port" 5432 "name" .name "username" .username "sslMode" "verify-full"
  "secret" (printf "%s-app" $cluster) "passwordKey" "password" "caSecret" (printf "%s-ca" $cluster) "caKey" "ca.crt" | toJson }}
{{- end }}
{{- else }}
{{- with .Values.database.external }}
{{- dict "host" .host "port" .port "name" .name "username" .username "sslMode" .sslMode
  "secret" .secret.name "passwordKey" .secret.passwordKey "caSecret" .caSecret.name "caKey" .caSecret.key | toJson }}
{{- end }}
{{- end }}
{{- end }}

{{/*
The sources of the volume with all secrets. Secrets that this release itself brings may not exist yet when it is checked: the
check gets stand-ins in their place. On an upgrade those of which the form matters are there, and the check reads them. A Secret of
somebody else that is not there is told by the check itself, by the file that is missing, instead of waiting for it. Call with (dict
"root" $ "prefix" "" | "-check").
*/}}
{{- define "bridge.secretSources" -}}
{{- $standIns := printf "%s-check-stand-ins" (include "bridge.fullname" .root) }}
{{- $brought := include "bridge.broughtSecrets" .root | fromJsonArray }}
{{- range include "bridge.secrets" .root | fromJsonArray }}
{{- $folder := .folder }}
{{- $optional := or $.prefix .optional }}
{{- $forms := get (include "bridge.standInForms" $.root | fromJson) $folder | default dict }}
{{- if and $.prefix (has .secret $brought) (or (not $forms) $.root.Release.IsInstall) }}
- configMap:
    name: {{ $standIns }}
    items:
      {{- range compact .keys }}
      - key: {{ get $forms . | default "stand-in" }}
        path: {{ $folder }}/{{ . }}
      {{- end }}
{{- else }}
- secret:
    name: {{ .secret }}
    {{- if $optional }}
    optional: true
    {{- end }}
    items:
      {{- range compact .keys }}
      - key: {{ . }}
        path: {{ $folder }}/{{ . }}
      {{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Folder → key → its stand-in, where any text would not do. */}}
{{- define "bridge.standInForms" -}}
{{- $sftp := .Values.erp.sftp.secret }}
{{- $signOn := .Values.signOn.secret }}
{{- dict
  "sftp" (dict $sftp.knownHostsKey "known-hosts" $sftp.privateKeyKey "private-key")
  "sign-on" (dict $signOn.privateKeyKey "sign-on-key" $signOn.certificateKey "certificate" $signOn.otherCertificateKey "certificate" $signOn.partnerMetadataKey "partner-metadata") | toJson }}
{{- end }}

{{/* Not empty if a folder's Secret will be there only after the check. Call with (dict "root" $ "secret" "…"). */}}
{{- define "bridge.comesLater" -}}
{{- if and .root.Release.IsInstall (has .secret (include "bridge.broughtSecrets" .root | fromJsonArray)) -}}
yes
{{- end }}
{{- end }}

{{/* Names of the Secrets that come about by this release's own objects. */}}
{{- define "bridge.broughtSecrets" -}}
{{- $names := list }}
{{- if .Values.externalSecrets.enabled }}
{{- $names = keys .Values.externalSecrets.secrets }}
{{- end }}
{{- if .Values.database.cloudNativePg.enabled }}
{{- $cluster := include "bridge.cluster" . }}
{{- $names = concat $names (list (printf "%s-app" $cluster) (printf "%s-ca" $cluster)) }}
{{- end }}
{{- $names | toJson }}
{{- end }}
