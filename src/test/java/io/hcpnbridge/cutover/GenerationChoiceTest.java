package io.hcpnbridge.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.MappingSource;
import io.hcpnbridge.partner.settings.TestPartner;
import org.junit.jupiter.api.Test;

/** What the configuration wishes, and what the content needs. */
class GenerationChoiceTest {
    @Test
    void nothingIsWishedUnlessItIsConfigured() {
        var choice = new GenerationChoice(TestPartner.with());

        assertThat(choice.wished("acme")).isEqualTo("auto");
    }

    @Test
    void aTenantsOwnWishGoesBeforeThatForAll() {
        var choice = new GenerationChoice(
                TestPartner.with("partner.orders.generation=old", "partner.tenants.acme.orders-generation=new"));

        assertThat(choice.wished("acme")).isEqualTo("new");
        assertThat(choice.wished("other")).isEqualTo("old");
    }

    @Test
    void aTenantMayLeaveToTheContentWhatIsFixedForAll() {
        var choice = new GenerationChoice(
                TestPartner.with("partner.orders.generation=old", "partner.tenants.acme.orders-generation=auto"));

        assertThat(choice.wished("acme")).isEqualTo("auto");
    }

    @Test
    void theContentOfARecordSaysWhatItNeeds() {
        var mapping = new MappingCatalog(new MappingSource("classpath:mapping/catalog/")).current("stock.order");
        var choice = new GenerationChoice(TestPartner.with());

        assertThat(choice.needed(mapping, ExactJson.read("{\"record\":{}}")).verdict())
                .isEqualTo("either");
        assertThat(choice.needed(mapping, ExactJson.read("{\"record\":{\"price\":1.5}}")))
                .satisfies(needs -> assertThat(needs.verdict()).isEqualTo("old"))
                .satisfies(
                        needs -> assertThat(needs.reasons().en()).isEqualTo("price is known to the old endpoint only"));
    }
}
