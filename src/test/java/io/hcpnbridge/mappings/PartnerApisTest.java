package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.mapping.definition.PartnerApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The partner's APIs as the shipped definitions have them. */
class PartnerApisTest {
    @Test
    void eachStandsOnceAndIsCalledByAnInterface() throws IOException {
        assertThat(Files.readAllLines(Path.of("mappings/shared/apis.yaml")))
                .filteredOn(line -> !line.startsWith("#"))
                .extracting(line -> line.replaceFirst(":.*", ""))
                .containsExactlyElementsOf(ShippedMapping.CATALOG.apis().keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "list-orders-new, 20",
        "query-resources-new, 30",
        "rate-period-new, 30",
        "renew-resources-new, 10",
        "check-identity, 5",
        "renew-resources-old,"
    })
    void quotasAreThoseOfThePartnersPages(String api, Integer quota) {
        assertThat(ShippedMapping.CATALOG.apis().get(api))
                .extracting(PartnerApi::quota)
                .isEqualTo(Optional.ofNullable(quota));
    }
}
