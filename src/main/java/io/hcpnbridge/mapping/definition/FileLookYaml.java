package io.hcpnbridge.mapping.definition;

import io.hcpnbridge.mapping.format.FileKind;
import io.hcpnbridge.mapping.format.FormatSettings;
import io.hcpnbridge.mapping.format.TimeType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads how files look: {@code file: csv}, or {@code file: {kind: csv, …}} with what differs from {@code shared/files.yaml}. */
final class FileLookYaml {
    private static final String FILE = "shared/files.yaml";
    private static final List<String> KINDS =
            Arrays.stream(FileKind.values()).map(FileKind::text).toList();

    private FileLookYaml() {}

    static FileLook read(YamlSection iface, DefinitionFiles files) {
        YamlSection shared = YamlSection.of(files.path(FILE), files.required(FILE), Set.copyOf(KINDS));
        FileKind kind = kind(iface);
        Set<String> keys = new HashSet<>(FormatYaml.keys(kind));
        YamlSection usual = shared.section(kind.text(), keys);
        keys.add("kind");
        YamlSection said =
                iface.hasSection("file") ? iface.section("file", keys).over(usual) : usual;
        FormatSettings settings = FormatYaml.read(said, kind);
        TimeType time = said.converted(
                "time",
                "",
                "must be a pattern such as yyyyMMddHHmmss",
                pattern -> new TimeType(pattern, settings.zone()));
        return new FileLook(kind, settings, time);
    }

    private static FileKind kind(YamlSection iface) {
        if (!iface.hasSection("file")) {
            iface.required("file");
            return FileKind.values()[KINDS.indexOf(iface.oneOf("file", KINDS))];
        }
        YamlSection file = iface.section("file", null);
        file.required("kind");
        return FileKind.values()[KINDS.indexOf(file.oneOf("kind", KINDS))];
    }
}
