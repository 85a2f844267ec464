package io.hcpnbridge.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.CutoverLedger;
import io.hcpnbridge.ledger.LedgerBench;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.MappingSource;
import io.hcpnbridge.partner.settings.TestPartner;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What configuration and people at the desk wish, and what the content needs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GenerationChoiceTest {
    private static final String[] OLD = {"partner.orders.generation=old"};

    private final MappingCatalog catalog = new MappingCatalog(new MappingSource("file:mappings/"));
    private final InterfaceMapping reads = catalog.current("orders.list");
    private final InterfaceMapping writes = catalog.current("orders.renew");
    private LedgerBench bench;

    @BeforeAll
    void open() {
        bench = new LedgerBench(0);
    }

    @BeforeEach
    void forget() {
        bench.sql().sql("delete from cutover").update();
    }

    @AfterAll
    void close() {
        bench.close();
    }

    @Test
    void nothingIsWishedUnlessItIsConfigured() {
        assertThat(wished(choice(), "acme", "A-1")).isEqualTo("auto");
    }

    @Test
    void aTenantsOwnWishGoesBeforeThatForAll() {
        var choice = choice("partner.orders.generation=old", "partner.tenants.acme.orders-generation=new");

        assertThat(wished(choice, "acme", "A-1")).isEqualTo("new");
        assertThat(wished(choice, "other", "A-1")).isEqualTo("old");
    }

    @Test
    void aTenantMayLeaveToTheContentWhatIsFixedForAll() {
        var choice = choice("partner.orders.generation=old", "partner.tenants.acme.orders-generation=auto");

        assertThat(wished(choice, "acme", "A-1")).isEqualTo("auto");
    }

    @Test
    void whatIsSetAtTheDeskHoldsForItsTenantOnly() {
        set(0, 100, 0);

        assertThat(wished(choice(OLD), "acme", "A-1")).isEqualTo("auto");
        assertThat(wished(choice(OLD), "other", "A-1")).isEqualTo("old");
    }

    @Test
    void documentsWhoseTurnHasNotComeGoAsConfiguredOrRatherToTheOldEndpoints() {
        set(0, 0, 0);

        assertThat(wished(choice(OLD), "acme", "A-1")).isEqualTo("old");
        assertThat(wished(choice(), "acme", "A-1")).isEqualTo("rather-old");
        assertThat(wished(choice("partner.orders.generation=new"), "acme", "A-1"))
                .isEqualTo("rather-old");
    }

    @Test
    void writesHaveAShareOfTheirOwn() {
        set(0, 100, 0);

        assertThat(choice(OLD).wished(writes, "acme", "A-1")).isEqualTo("old");

        set(0, 100, 100);

        assertThat(choice(OLD).wished(writes, "acme", "A-1")).isEqualTo("auto");
    }

    @Test
    void aLargerShareHasTheDocumentsOfTheSmallerOneAsWell() {
        set(0, 20, 0);
        var few = turnHasCome(choice(OLD));
        set(0, 60, 0);
        var more = turnHasCome(choice(OLD));

        assertThat(few).hasSizeBetween(150, 250);
        assertThat(more).hasSizeBetween(540, 660).containsAll(few);
    }

    @Test
    void onlyReadsAreComparedAndOnlyAsManyAsAreWished() {
        set(25, 100, 100);
        var choice = choice(OLD);

        assertThat(IntStream.range(0, 1_000)
                        .filter(n -> choice.isShadowed(reads, "acme", "A-" + n))
                        .count())
                .isBetween(200L, 300L);
        assertThat(IntStream.range(0, 1_000).anyMatch(n -> choice.isShadowed(writes, "acme", "A-" + n)))
                .isFalse();
        assertThat(choice.isShadowed(reads, "other", "A-1")).isFalse();
    }

    @Test
    void theContentOfARecordSaysWhatItNeeds() {
        var mapping = new MappingCatalog(new MappingSource("classpath:mapping/catalog/")).current("stock.order");
        var choice = choice();

        assertThat(choice.needed(mapping, ExactJson.read("{\"record\":{}}")).verdict())
                .isEqualTo("either");
        assertThat(choice.needed(mapping, ExactJson.read("{\"record\":{\"price\":1.5}}")))
                .satisfies(needs -> assertThat(needs.verdict()).isEqualTo("old"))
                .satisfies(
                        needs -> assertThat(needs.reasons().en()).isEqualTo("price is known to the old endpoint only"));
    }

    private Set<String> turnHasCome(GenerationChoice choice) {
        return IntStream.range(0, 1_000)
                .mapToObj(n -> "A-" + n)
                .filter(document -> wished(choice, "acme", document).equals("auto"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String wished(GenerationChoice choice, String tenant, String document) {
        return choice.wished(reads, tenant, document);
    }

    private GenerationChoice choice(String... settings) {
        return new GenerationChoice(TestPartner.with(settings), new Cutovers(bench.part(CutoverLedger.class)));
    }

    private void set(int shadow, int reads, int writes) {
        bench.part(CutoverLedger.class).set("acme", shadow, reads, writes, "li", "because");
    }
}
