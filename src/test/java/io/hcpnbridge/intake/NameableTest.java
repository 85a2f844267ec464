package io.hcpnbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.erp.ErpProperties;
import io.hcpnbridge.erp.ErpTenants;
import io.hcpnbridge.ledger.Arrival;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.partner.settings.TestPartner;
import io.hcpnbridge.text.Words;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Which tenants a batch may name, by the way it came. */
class NameableTest {
    private static final PartnerSettings PARTNER = TestPartner.with();
    private static final ErpTenants OTHER_IS_CLOSED =
            new ErpTenants(new Binder(new MapConfigurationPropertySource(Map.of(
                            "erp.sftp.host", "127.0.0.1",
                            "erp.sftp.username", "bridge",
                            "erp.sftp.password", "p",
                            "erp.sftp.known-hosts-file", "known_hosts",
                            "erp.tenants.other.sftp.inbound-directory", "other/in",
                            "erp.tenants.other.sftp.outbound-directory", "other/out")))
                    .bind("erp", ErpProperties.class)
                    .get());

    @Test
    void aFolderThatTenantsShareIsNotForThoseWhoDoNot() {
        var nameable = Nameable.by(Arrival.ofFile(null, "a.txt"), PARTNER, OTHER_IS_CLOSED);

        assertThat(nameable.has("acme")).isTrue();
        assertThat(nameable.brokenBy("other"))
                .as("nobody learns that it is there")
                .isEqualTo(nameable.brokenBy("nobody"))
                .map(Words::en)
                .hasValue("must be a configured tenant");
    }

    @Test
    void aTenantsOwnFolderIsForThisTenantOnly() {
        var nameable = Nameable.by(Arrival.ofFile("other", "a.txt"), PARTNER, OTHER_IS_CLOSED);

        assertThat(nameable.brokenBy("other")).isEmpty();
        assertThat(nameable.brokenBy("acme"))
                .isEqualTo(nameable.brokenBy("nobody"))
                .map(Words::en)
                .hasValue("must be other, whose folder it is");
    }

    @Test
    void aTenantsOwnQueueToo() {
        var arrival = new Arrival(Arrival.QUEUE, "other", "ID:1", null, null, null);

        assertThat(Nameable.by(arrival, PARTNER, OTHER_IS_CLOSED).brokenBy("acme"))
                .map(Words::en)
                .hasValue("must be other, whose queue it is");
    }

    @Test
    void whatTheAdapterAsksByItselfMayBeForAnyTenant() {
        var nameable = Nameable.all(PARTNER);

        assertThat(nameable.has("acme")).isTrue();
        assertThat(nameable.has("other")).isTrue();
        assertThat(nameable.has("")).isFalse();
    }
}
