{{/* The chart's name, or its replacement. */}}
{{- define "bridge.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{/* The release's name for objects. Cut so that the names of Services, Jobs and pods, with a suffix, fit into 63 characters. */}}
{{- define "bridge.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 52 | trimSuffix "-" }}
{{- else }}
{{- $name := default .Chart.Name .Values.nameOverride }}
{{- if contains $name .Release.Name }}
{{- .Release.Name | trunc 52 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name $name | trunc 52 | trimSuffix "-" }}
{{- end }}
{{- end }}
{{- end }}

{{/* What selects pods: never changes in the life of a release. Call with (dict "root" $ "component" "…"). */}}
{{- define "bridge.selectorLabels" -}}
app.kubernetes.io/name: {{ include "bridge.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name | trunc 63 | trimSuffix "-" }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{/* Labels of an object; none of them may replace a standard one. Call with (dict "root" $ "component" "…" "labels" (dict)). */}}
{{- define "bridge.labels" -}}
{{- $labels := include "bridge.selectorLabels" . | fromYaml }}
{{- $_ := set $labels "helm.sh/chart" (printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-") }}
{{- $_ := set $labels "app.kubernetes.io/version" (.root.Values.image.tag | default .root.Chart.AppVersion | replace "+" "_" | trunc 63 | trimSuffix "-") }}
{{- $_ := set $labels "app.kubernetes.io/managed-by" .root.Release.Service }}
{{- $_ := set $labels "app.kubernetes.io/part-of" .root.Chart.Name }}
{{- toYaml (merge $labels (.root.Values.commonLabels | default dict) (.labels | default dict)) }}
{{- end }}

{{/* Labels of pods: without the chart's version, which alone is no reason for new pods. */}}
{{- define "bridge.podLabels" -}}
{{- $labels := omit (include "bridge.labels" . | fromYaml) "helm.sh/chart" "app.kubernetes.io/managed-by" }}
{{- toYaml $labels }}
{{- end }}

{{/* metadata of an object. Call with (dict "root" $ "component" "…" "suffix" "…" "labels" (dict) "annotations" (dict)). */}}
{{- define "bridge.metadata" -}}
name: {{ printf "%s%s" (include "bridge.fullname" .root) (.suffix | default "") }}
namespace: {{ .root.Release.Namespace }}
labels:
  {{- include "bridge.labels" . | nindent 2 }}
{{- with mergeOverwrite (deepCopy (.root.Values.commonAnnotations | default dict)) (.annotations | default dict) }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "bridge.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- default (include "bridge.fullname" .) .Values.serviceAccount.name }}
{{- else }}
{{- default "default" .Values.serviceAccount.name }}
{{- end }}
{{- end }}

{{- define "bridge.image" -}}
{{- $image := .Values.image }}
{{- $registry := .Values.global.imageRegistry | default $image.registry }}
{{- $name := empty $registry | ternary $image.repository (printf "%s/%s" $registry $image.repository) }}
{{- if $image.digest }}
{{- printf "%s@%s" $name $image.digest }}
{{- else }}
{{- printf "%s:%s" $name ($image.tag | default .Chart.AppVersion) }}
{{- end }}
{{- end }}

{{/* The port that the adapter listens on; the image's, not to be chosen. */}}
{{- define "bridge.port" -}}
8080
{{- end }}

{{/* The port that the probes have for themselves; the adapter's default. */}}
{{- define "bridge.probesPort" -}}
8081
{{- end }}

{{/* The port that sign-on has for itself; the adapter's default. */}}
{{- define "bridge.signOnPort" -}}
8090
{{- end }}

{{/* The host in the address of that port. */}}
{{- define "bridge.signOnHost" -}}
{{- (urlParse .Values.signOn.publicAddress).hostname }}
{{- end }}

{{/* The PostgreSQL cluster; CloudNativePG takes 50 characters. */}}
{{- define "bridge.cluster" -}}
{{- printf "%s-db" (include "bridge.fullname" . | trunc 47 | trimSuffix "-") }}
{{- end }}

{{/* The partner API's address, as the adapter would choose it itself; said explicitly so that policies agree with it. */}}
{{- define "bridge.partnerEndpoint" -}}
{{- if .Values.partner.endpoint }}
{{- .Values.partner.endpoint }}
{{- else if eq .Values.partner.site "international" -}}
https://bss-intl.myhuaweicloud.com
{{- else -}}
https://bss.myhuaweicloud.com
{{- end }}
{{- end }}

{{- define "bridge.iamEndpoint" -}}
{{- .Values.partner.iamEndpoint | default "https://iam.myhuaweicloud.com" }}
{{- end }}

{{/* "true" if IAM is ever asked: by a tenant that has an agency and whose customers' keys are not all configured. */}}
{{- define "bridge.asksIam" -}}
{{- range .Values.partner.tenants }}
{{- if and (ne (.customerAccess | default "temporary-keys") "configured") (or .agencyName .platformId) }}true{{ end }}
{{- end }}
{{- end }}

{{- define "bridge.gracePeriod" -}}
{{- add .Values.shutdown.drainSeconds 15 }}
{{- end }}
