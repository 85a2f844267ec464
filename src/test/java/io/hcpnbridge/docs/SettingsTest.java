package io.hcpnbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of settings are made from the code and never stale. */
class SettingsTest {
    private static final String WRITE = "pages.write";

    @Test
    void everySettingHasAMeaningAndNoOtherHas() {
        assertThat(SettingsTables.words().keySet())
                .containsExactlyInAnyOrderElementsOf(Settings.all().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyMeaningIsInBothLanguages(String language) {
        assertThat(SettingsTables.words())
                .allSatisfy((name, words) ->
                        assertThat(words.get(language)).as(name).asString().isNotBlank());
    }

    @Test
    void wordsStandForADefaultOnlyWhereThereIsNone() {
        var settings = Settings.all();
        assertThat(SettingsTables.words()).allSatisfy((name, words) -> assertThat(
                        words.containsKey("unset") && settings.get(name).value().isPresent())
                .as(name)
                .isFalse());
    }

    @Test
    void aDefaultInWordsIsTranslatedInOneWay() {
        Map<String, Object> translated = new TreeMap<>();
        SettingsTables.words().forEach((name, words) -> {
            if (words.get("unset") instanceof Map<?, ?> unset) {
                var first = translated.putIfAbsent(unset.get("en").toString(), unset.get("zh"));
                assertThat(first).as(name).isIn(null, unset.get("zh"));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void thePageHasTheTablesThatTheClassesMake(String language) throws IOException {
        var tables = new SettingsTables(language);
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(tables.page(), tables.text());
        }
        assertThat(Files.readString(tables.page()))
                .as("%s is stale; write it with: mvn test -Dtest=SettingsTest -D%s=true", tables.page(), WRITE)
                .isEqualTo(tables.text());
    }

    @Test
    void noSettingIsNamedThatDoesNotExist() {
        var known = Settings.all().keySet();
        assertThat(Pages.all().code())
                .filteredOn(code -> code.matches("(%s)\\.[\\w.<>-]+".formatted(String.join("|", Settings.OWN))))
                .filteredOn(code -> !InterfaceTable.interfaces().contains(code))
                .isSubsetOf(known);
    }
}
