package io.hcpnbridge.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An advisory concerns the versions below the one that mends it, and what is said to close one is there. */
class AdvisoryTest {

    private static final Advisory NETTY = new Advisory("io.netty:netty-codec*", "4.1.136.Final", "CVE-0", "", null);

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "io.netty:netty-codec-http, 4.1.135.Final, true",
        "io.netty:netty-codec, 4.1.99.Final, true",
        "io.netty:netty-codec, 4.1.136.Final, false",
        "io.netty:netty-codec, 4.2.0.Final, false",
        "io.netty:netty-common, 4.1.135.Final, false",
        "org.example:netty-codec, 4.1.135.Final, false"
    })
    void anAdvisoryConcernsTheVersionsBelowTheMendedOne(String name, String version, boolean concerned) {
        assertThat(NETTY.concerns(new Library(name, version))).isEqualTo(concerned);
    }

    @Test
    void whatClosesAnAdvisoryIsShownByATestThatIsThere() throws IOException {
        try (var sources = Files.walk(Path.of("src/test/java"))) {
            var classes = sources.map(Path::getFileName).map(Path::toString).toList();
            assertThat(Advisory.all())
                    .filteredOn(advisory -> advisory.closed() != null)
                    .isNotEmpty()
                    .allSatisfy(advisory ->
                            assertThat(classes).contains(advisory.closed().test() + ".java"));
        }
    }

    @Test
    void whatIsOpenInALibraryIsSaidToWhoeverReportsSomething() throws IOException {
        var page = Files.readString(Path.of(".github/SECURITY.md"));
        assertThat(Advisory.all())
                .filteredOn(advisory -> advisory.closed() != null)
                .allSatisfy(advisory -> assertThat(page)
                        .contains(advisory.advisory(), advisory.closed().why()));
    }
}
