package io.hcpnbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The table of settings is what the code does. */
class SettingsTest {
    private static final List<List<String>> TABLE = Pages.page("configuration").table("property");

    @Test
    void theTableHasEverySettingOnceAndNoOther() {
        assertThat(TABLE)
                .extracting(row -> unquoted(row.get(0)))
                .containsExactlyInAnyOrderElementsOf(Settings.all().keySet());
    }

    @Test
    void everyDefaultIsRight() {
        Map<String, String> stated = new TreeMap<>();
        TABLE.stream()
                .filter(row -> row.get(1).startsWith("`"))
                .forEach(row -> stated.put(unquoted(row.get(0)), unquoted(row.get(1))));
        Map<String, String> actual = new TreeMap<>();
        Settings.all().forEach((name, value) -> value.ifPresent(text -> actual.put(name, text)));
        assertThat(stated).isEqualTo(actual);
    }

    @Test
    void everySettingHasAMeaning() {
        assertThat(TABLE).allSatisfy(row -> assertThat(row.get(2)).isNotBlank());
    }

    @Test
    void noSettingIsNamedThatDoesNotExist() {
        var known = Settings.all().keySet();
        assertThat(Pages.all().code())
                .filteredOn(code -> code.matches("(%s)\\.[\\w.<>-]+".formatted(String.join("|", Settings.OWN))))
                .isSubsetOf(known);
    }

    private static String unquoted(String cell) {
        return cell.replaceAll("^`|`$", "");
    }
}
