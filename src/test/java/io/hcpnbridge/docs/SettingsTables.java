package io.hcpnbridge.docs;

import io.hcpnbridge.docs.Settings.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** The tables of settings of the configuration page: from the classes, with what {@code src/docs/settings.yaml} says in words. */
final class SettingsTables {
    private static final Path WORDS = Path.of("src/docs/settings.yaml");
    private static final String BEGIN = "<!-- settings -->\n";
    private static final String END = "<!-- /settings -->\n";

    private final String language;
    private final Map<String, Setting> settings = Settings.all();

    SettingsTables(String language) {
        this.language = language;
    }

    /** What is written by hand about each setting, by name. */
    static Map<String, Map<String, Object>> words() {
        var words = new LinkedHashMap<String, Map<String, Object>>();
        groups().forEach(group -> words.putAll(settingsOf(group)));
        return words;
    }

    /** The page of this language. */
    Path page() {
        return Path.of("src/docs", language, "configuration.md");
    }

    /** The same page with the tables as they must be. */
    String text() {
        var page = Page.of(page()).text();
        var before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        return before
                + groups().stream().map(this::table).collect(Collectors.joining())
                + "\n"
                + page.substring(page.indexOf(END));
    }

    private String table(Map<String, Object> group) {
        var rows = settingsOf(group).entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
        return "\n### %s\n\n%s|---|---|---|---|\n%s".formatted(group.get(language), head(), rows);
    }

    private String head() {
        return said("| property | type | default | meaning |\n", "| 配置项 | 类型 | 默认值 | 含义 |\n");
    }

    private String row(String name, Map<String, Object> words) {
        var setting = settings.get(name);
        var value = setting.value().map(this::shown).orElseGet(() -> unset(words));
        return "| `%s` | %s | %s | %s |\n".formatted(name, type(name, setting.type()), value, words.get(language));
    }

    private String shown(String value) {
        return value.isEmpty() ? said("empty", "空") : "`" + value + "`";
    }

    private String unset(Map<String, Object> words) {
        return words.get("unset") instanceof Map<?, ?> unset
                ? unset.get(language).toString()
                : "";
    }

    private String type(String name, Class<?> type) {
        if (type.isEnum()) {
            return List.of(type.getEnumConstants()).stream()
                    .map(value ->
                            "`" + value.toString().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
                    .collect(Collectors.joining(said(", ", "、")));
        }
        return byName(name, type.getSimpleName());
    }

    /** Texts are told apart by what their names end with. */
    private String byName(String name, String type) {
        if (name.endsWith("-file")) {
            return said("file", "文件");
        } else if (name.endsWith("-directory")) {
            return said("folder", "目录");
        } else if (name.endsWith("password") || type.equals("Secret")) {
            return said("secret", "密钥");
        } else if (name.endsWith("cron")) {
            return "cron";
        } else if (type.equals("int") && name.matches(".*(-interval|-timeout)")) {
            return said("milliseconds", "毫秒");
        }
        return switch (type) {
            case "int", "Integer" -> said("number", "整数");
            case "boolean" -> said("yes or no", "是否");
            case "Duration" -> said("duration", "时长");
            case "DataSize" -> said("size", "大小");
            case "Charset" -> said("charset", "字符集");
            case "List" -> said("list", "列表");
            case "String" -> said("text", "文本");
            default -> throw new IllegalStateException(name + " is a " + type + ", for which there is no word");
        };
    }

    private String said(String english, String chinese) {
        return language.equals("en") ? english : chinese;
    }

    private static List<Map<String, Object>> groups() {
        try {
            return new Yaml().load(Files.readString(WORDS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> settingsOf(Map<String, Object> group) {
        return (Map<String, Map<String, Object>>) group.get("settings");
    }
}
