package io.hcpnbridge.describe;

import io.hcpnbridge.mapping.definition.InterfaceDefinition;
import io.hcpnbridge.mapping.definition.PartnerApi;
import io.hcpnbridge.text.Language;
import java.util.stream.Collectors;

/** What an interface asks the partner, as a table in Markdown: how fast documents can go. */
final class ApiTable {
    private ApiTable() {}

    static String of(InterfaceDefinition definition, Language language) {
        String head = language.of("| API | for | calls a second |\n", "| API | 用途 | 每秒调用次数 |\n") + "|---|---|---:|\n";
        return definition.settings().apis().stream()
                .map(api -> "| `" + api.name() + "` | " + language.of(api.meaning()) + " | " + quota(api, language)
                        + " |\n")
                .collect(Collectors.joining("", head, ""));
    }

    private static String quota(PartnerApi api, Language language) {
        return api.quota().map(String::valueOf).orElse(language.of("not documented: 10", "无文档：10"));
    }
}
