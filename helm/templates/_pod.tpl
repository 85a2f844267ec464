{{/* By default the restricted profile of the Pod Security Standards, and the group to which mounted secrets belong. */}}
{{- define "bridge.podSecurityContext" -}}
{{- $order := list "runAsNonRoot" "runAsUser" "runAsGroup" "fsGroup" "fsGroupChangePolicy" "seccompProfile" }}
{{- include "bridge.fields" (dict "of" .Values.podSecurityContext "order" $order) }}
{{- end }}

{{- define "bridge.containerSecurityContext" -}}
{{- $order := list "allowPrivilegeEscalation" "readOnlyRootFilesystem" "runAsNonRoot" "runAsUser" "runAsGroup" "capabilities" "seccompProfile" }}
{{- include "bridge.fields" (dict "of" .Values.containerSecurityContext "order" $order) }}
{{- end }}

{{/* An object as YAML, some fields first, in their order. Call with (dict "of" (dict) "order" (list)). */}}
{{- define "bridge.fields" -}}
{{- $of := .of | default dict }}
{{- $order := list }}
{{- range .order }}
{{- if hasKey $of . }}
{{- $order = append $order . }}
{{- end }}
{{- end }}
{{- $lines := list }}
{{- range concat $order (keys $of | sortAlpha) | uniq }}
{{- $value := get $of . }}
{{- if kindIs "map" $value }}
{{- $lines = append $lines (printf "%s:\n%s" . (include "bridge.fields" (dict "of" $value "order" list) | indent 2)) }}
{{- else if kindIs "slice" $value }}
{{- $lines = append $lines (printf "%s:\n%s" . (toYaml $value | indent 2)) }}
{{- else }}
{{- $lines = append $lines (printf "%s: %s" . (toYaml $value)) }}
{{- end }}
{{- end }}
{{- join "\n" $lines }}
{{- end }}

{{/* What every pod of the chart has. */}}
{{- define "bridge.podBasics" -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with concat (.Values.global.imagePullSecrets | default list) .Values.image.pullSecrets | uniq }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  {{- include "bridge.podSecurityContext" . | nindent 2 }}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "bridge.env" -}}
- name: SPRING_CONFIG_ADDITIONAL_LOCATION
  value: file:/etc/bridge/config/
{{- with .Values.java.options }}
- name: JAVA_TOOL_OPTIONS
  value: {{ . | quote }}
{{- end }}
{{- with .Values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/*
What the adapter reads, by paths that bridge.config names. The check mounts the same from ConfigMaps of its
own. Call with (dict "root" $ "prefix" "" | "-check").
*/}}
{{- define "bridge.volumes" -}}
{{- $root := .root }}
{{- $name := printf "%s%s" (include "bridge.fullname" $root) .prefix }}
- name: tmp
  emptyDir:
    sizeLimit: {{ $root.Values.tmp.sizeLimit }}
- name: config
  configMap:
    name: {{ $name }}-config
- name: secrets
  projected:
    defaultMode: 0440
    sources:
      {{- include "bridge.secretSources" . | trim | nindent 6 }}
{{- with $root.Values.overrides }}
{{- if or .routes .routesConfigMap }}
- name: routes
  configMap:
    name: {{ .routesConfigMap | default (printf "%s-routes" $name) }}
{{- end }}
{{- range $interface, $files := .mappings }}
- name: mappings-{{ $interface | replace "." "-" }}
  configMap:
    name: {{ $name }}-mappings-{{ $interface }}
{{- end }}
{{- range $interface, $configMap := .mappingsConfigMaps }}
- name: mappings-{{ $interface | replace "." "-" }}
  configMap:
    name: {{ $configMap }}
{{- end }}
{{- end }}
{{- with $root.Values.extraVolumes }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "bridge.volumeMounts" -}}
- name: tmp
  mountPath: /tmp
- name: config
  mountPath: /etc/bridge/config
  readOnly: true
- name: secrets
  mountPath: /etc/bridge/secrets
  readOnly: true
{{- with .Values.overrides }}
{{- if or .routes .routesConfigMap }}
- name: routes
  mountPath: /etc/bridge/routes
  readOnly: true
{{- end }}
{{- range $interface := concat (keys (.mappings | default dict)) (keys (.mappingsConfigMaps | default dict)) | sortAlpha }}
- name: mappings-{{ $interface | replace "." "-" }}
  mountPath: /etc/bridge/mappings/{{ $interface }}
  readOnly: true
{{- end }}
{{- end }}
{{- with .Values.extraVolumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end }}
