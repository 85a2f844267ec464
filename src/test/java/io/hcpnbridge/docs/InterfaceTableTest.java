package io.hcpnbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of interfaces: one row for each folder of {@code mappings/}, saying what its files say. */
class InterfaceTableTest {
    private static final Path MANUAL = Path.of("src/docs/en/erp-manual.md");
    private static final Page GLOSSARY = Page.of(Path.of("mappings/GLOSSARY.md"));
    private static final Map<String, String> CHINESE_WORDS = new LinkedHashMap<>();

    static {
        CHINESE_WORDS.put("read", "读");
        CHINESE_WORDS.put("write", "写");
        CHINESE_WORDS.put("nobody", "无");
        CHINESE_WORDS.put("partner", "伙伴");
        CHINESE_WORDS.put("customer", "客户");
        CHINESE_WORDS.put(" or ", "或");
        CHINESE_WORDS.put("fixed length", "定长");
        CHINESE_WORDS.put(", JSON", "、JSON");
        CHINESE_WORDS.put("both", "两站");
        CHINESE_WORDS.put("China", "中国站");
        CHINESE_WORDS.put("International", "国际站");
    }

    @Test
    void theTableInTheManualIsWhatTheFoldersSay() {
        assertThat(rows(MANUAL))
                .containsExactlyInAnyOrderElementsOf(InterfaceTable.interfaces().stream()
                        .map(InterfaceTable::row)
                        .toList());
    }

    @Test
    void theTableInTheChineseManualIsTheSameWithTheTitlesOfTheGlossary() {
        var titles = titles(1);
        assertThat(rows(Pages.chinese(MANUAL)))
                .containsExactlyInAnyOrderElementsOf(InterfaceTable.interfaces().stream()
                        .map(iface -> InterfaceTable.row(iface, "README.zh-CN.md", titles.get(iface), CHINESE_WORDS))
                        .toList());
    }

    @Test
    void theGlossaryHasTheTitleOfEveryInterface() {
        assertThat(titles(2))
                .isEqualTo(InterfaceTable.interfaces().stream()
                        .collect(Collectors.toMap(iface -> iface, InterfaceTable::title)));
    }

    @Test
    void readmeCountsThem() {
        var count = InterfaceTable.interfaces().size();
        assertThat(Page.of(Pages.README).text()).contains("[" + count + " interfaces](");
        assertThat(Page.of(Pages.chinese(Pages.README)).text()).contains("[" + count + " 个接口](");
    }

    /** Rows that lead to the page of an interface. */
    private static List<String> rows(Path page) {
        return Page.of(page)
                .text()
                .lines()
                .filter(line -> line.matches("\\| \\[[\\w.-]+]\\([./]*mappings/.*"))
                .toList();
    }

    private static Map<String, String> titles(int column) {
        return GLOSSARY.table("接口 interface").stream()
                .collect(Collectors.toMap(row -> row.get(0).replaceAll("\\[(.*)].*", "$1"), row -> row.get(column)));
    }
}
