package io.hcpnbridge.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What the finished jar carries: run once it is packed ({@code mvn verify}). */
@EnabledIfSystemProperty(named = "shipped.jar", matches = ".+")
class ShippedLibrariesTest {

    /** What would let a route or a console do more than any route of ours needs. */
    private static final List<String> NEEDLESS = List.of(
            "camel-controlbus",
            "camel-dataset",
            "camel-exec",
            "camel-mock",
            "camel-rest",
            "camel-saga",
            "camel-stub",
            "camel-test",
            "camel-validator",
            "camel-xpath",
            "camel-xslt",
            "jgroups",
            "c3p0",
            "artemis-server",
            "spring-security-test");

    private static List<String> files;
    private static List<Library> libraries;

    @BeforeAll
    static void openTheJar() throws IOException {
        try (var jar = new JarFile(System.getProperty("shipped.jar"));
                var bill = jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json"))) {
            libraries = Library.in(new ObjectMapper().readTree(bill));
            files = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                    .map(name -> name.substring(name.lastIndexOf('/') + 1))
                    .toList();
        }
    }

    @Test
    void noLibraryHasAnAdvisoryThatNothingCloses() {
        assertThat(Advisory.all())
                .filteredOn(advisory -> advisory.closed() == null)
                .isNotEmpty()
                .allSatisfy(advisory -> assertThat(libraries)
                        .as("%s: %s. Mended in %s", advisory.advisory(), advisory.what(), advisory.mended())
                        .noneMatch(advisory::concerns));
    }

    @Test
    void anAdvisoryThatNoLibraryHasAnyMoreIsNotCalledClosed() {
        assertThat(Advisory.all())
                .filteredOn(advisory -> advisory.closed() != null)
                .allSatisfy(advisory -> assertThat(libraries)
                        .as(
                                "%s is mended: take `closed` out of the list and the row out of SECURITY.md",
                                advisory.advisory())
                        .anyMatch(advisory::concerns));
    }

    /** All but Spring Boot's own loader and tools, which packing adds. */
    @Test
    void theBillOfMaterialsNamesEveryLibraryOfTheJar() {
        assertThat(libraries)
                .extracting(
                        library -> library.name().substring(library.name().indexOf(':') + 1) + '-' + library.version())
                .containsAll(files.stream()
                        .filter(file -> !file.startsWith("spring-boot-jarmode-tools"))
                        .map(file -> file.substring(0, file.length() - ".jar".length()))
                        .toList());
    }

    @Test
    void nothingIsCarriedThatNoRouteNeeds() {
        assertThat(files).noneMatch(file -> NEEDLESS.stream().anyMatch(file::startsWith));
    }
}
