package io.hcpnbridge.describe;

import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.MappingSource;
import io.hcpnbridge.text.Words;
import java.util.Map;
import java.util.stream.Collectors;

/** The interfaces with their titles in both languages, one on a line. */
final class InterfaceList {
    private static final Words UNREADABLE =
            new Words("does not compile, --bridge.check says why", "无法编译，--bridge.check 给出原因");

    private InterfaceList() {}

    static String of(MappingSource source) {
        Map<String, Words> titles = MappingCatalog.compilable(source).stream()
                .collect(Collectors.toMap(
                        InterfaceMapping::name, mapping -> mapping.settings().title()));
        int longest =
                source.interfaces().stream().mapToInt(String::length).max().orElse(0);
        return source.interfaces().stream()
                .sorted()
                .map(name -> {
                    var title = titles.getOrDefault(name, UNREADABLE);
                    return name + " ".repeat(longest - name.length()) + "  " + title.en() + " / " + title.zh() + "\n";
                })
                .collect(Collectors.joining());
    }
}
