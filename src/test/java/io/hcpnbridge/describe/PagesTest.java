package io.hcpnbridge.describe;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.MappingSource;
import io.hcpnbridge.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages of the interfaces have the tables that follow from their definitions. {@code mvn test -Dtest=PagesTest -Dpages.write=true}
 * writes them.
 */
class PagesTest {
    private static final MappingCatalog CATALOG = new MappingCatalog(new MappingSource("file:mappings/"));

    static Stream<Arguments> pages() {
        return CATALOG.interfaces().stream()
                .flatMap(iface -> Arrays.stream(Language.values()).map(language -> Arguments.of(iface, language)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageHasTheColumnsAndTheApisOfItsInterface(String iface, Language language) throws IOException {
        var file = Path.of("mappings", iface, InterfacePage.file(language));
        var page = Files.readString(file);
        var updated = InterfacePage.updated(page, CATALOG.current(iface).definition(), language);
        if (Boolean.getBoolean("pages.write")) {
            Files.writeString(file, updated);
        }

        assertThat(page).contains("<!-- columns of batch:", "<!-- columns of answer:", "<!-- apis:");
        assertThat(updated).as("run it with -Dpages.write=true").isEqualTo(page);
    }
}
