package io.hcpnbridge.partner.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.partner.Caller;
import io.hcpnbridge.partner.Credential;
import io.hcpnbridge.partner.Envelope;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.Requests;
import io.hcpnbridge.partner.settings.CustomerAccess;
import io.hcpnbridge.partner.settings.IamSettings;
import io.hcpnbridge.partner.settings.Keys;
import io.hcpnbridge.partner.settings.OrdersGeneration;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.partner.settings.Site;
import io.hcpnbridge.partner.settings.TenantSettings;
import io.hcpnbridge.secret.Current;
import io.hcpnbridge.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CredentialResolverTest {
    private static final List<String> TENANTS = List.of("a", "b", "a-b");
    private static final List<String> CUSTOMERS = List.of("1", "2", "a", "b-1");

    @Property
    void aCallIsOnlyEverSignedWithTheKeysOfItsOwnTenantAndCustomer(
            @ForAll("configured") Map<String, Set<String>> configured,
            @ForAll("tenants") String tenant,
            @ForAll("customers") String customer) {
        CredentialResolver resolver = resolver(settings(configured));
        PartnerRequest request = Requests.renew(Envelope.NEW, customer);

        if (configured.getOrDefault(tenant, Set.of()).contains(customer)) {
            assertThat(resolver.find(tenant, request).orElseThrow().accessKey())
                    .isEqualTo("AK/" + tenant + "/" + customer);
        } else {
            assertThatThrownBy(() -> resolver.find(tenant, request)).isInstanceOf(UnknownCredentialException.class);
        }
    }

    @Property
    void aPartnersCallIsSignedWithThePartnersOwnKeys(
            @ForAll("configured") Map<String, Set<String>> configured, @ForAll("tenants") String tenant) {
        CredentialResolver resolver = resolver(settings(configured));

        if (configured.containsKey(tenant)) {
            assertThat(resolver.find(tenant, Requests.newList(Map.of()))
                            .orElseThrow()
                            .accessKey())
                    .isEqualTo("AK/" + tenant);
        } else {
            assertThatThrownBy(() -> resolver.find(tenant, Requests.newList(Map.of())))
                    .isInstanceOf(UnknownCredentialException.class);
        }
    }

    @Test
    void aSourceThatMixesUpCustomersIsNotBelieved() {
        PartnerSettings settings = settings(Map.of("a", Set.of("1", "2")));
        CustomerCredentials mixedUp = identity ->
                Optional.of(Credential.ofCustomer(identity.tenant(), "2", Secret.of("AK"), Secret.of("SK"), null));

        assertThatThrownBy(() ->
                        new CredentialResolver(settings, List.of(mixedUp)).find("a", Requests.renew(Envelope.NEW, "1")))
                .isInstanceOf(UnknownCredentialException.class)
                .hasMessageContaining("another tenant or customer");
    }

    @Test
    void missingKeysAreNamedByTheSettingThatWouldBringThem() {
        assertThatThrownBy(
                        () -> resolver(settings(Map.of("a", Set.of()))).find("a", Requests.renew(Envelope.NEW, "17")))
                .hasMessage("There are no keys of the customer: set partner.tenants.a.customers.17.access-key "
                        + "and secret-key");
    }

    @Test
    void aCustomersCallWithoutACustomerIsRefused() {
        assertThatThrownBy(
                        () -> resolver(settings(Map.of("a", Set.of()))).find("a", Requests.renew(Envelope.NEW, null)))
                .isInstanceOf(UnknownCredentialException.class)
                .hasMessageContaining("names no customer");
    }

    @Test
    void aCredentialShowsNoKeyInItsText() {
        Credential credential = Credential.ofCustomer(
                "acme", "1", Secret.of("ak-canary"), Secret.of("sk-canary"), Secret.of("token-canary"));

        assertThat(credential).asString().doesNotContain("canary");
        assertThat(credential.redact("x ak-canary sk-canary token-canary")).isEqualTo("x *** *** ***");
    }

    private static CredentialResolver resolver(PartnerSettings settings) {
        return new CredentialResolver(settings, List.of(new ConfiguredCustomerCredentials(settings)));
    }

    private static PartnerSettings settings(Map<String, Set<String>> configured) {
        Map<String, TenantSettings> tenants = new TreeMap<>();
        configured.forEach((tenant, ids) -> {
            Map<String, Current<Keys>> customers = new TreeMap<>();
            ids.forEach(id -> customers.put(id, keys("/" + tenant + "/" + id)));
            tenants.put(
                    tenant,
                    new TenantSettings(
                            tenant,
                            "d" + tenant,
                            null,
                            keys("/" + tenant),
                            OrdersGeneration.AUTO,
                            null,
                            null,
                            new IamSettings(CustomerAccess.CONFIGURED, null, null),
                            customers));
        });
        return new PartnerSettings(
                Site.CHINA,
                URI.create("https://bss.myhuaweicloud.com"),
                URI.create("https://iam.myhuaweicloud.com"),
                tenants,
                Caller.PARTNER,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                1_024,
                false,
                Duration.ofHours(1),
                Map.of(),
                18,
                Duration.ofMinutes(15));
    }

    private static Current<Keys> keys(String owner) {
        return Current.of(new Keys(Secret.of("AK" + owner), Secret.of("SK" + owner), null));
    }

    @Provide
    Arbitrary<Map<String, Set<String>>> configured() {
        return Arbitraries.maps(tenants(), Arbitraries.of(CUSTOMERS).set()).ofMaxSize(3);
    }

    @Provide
    Arbitrary<String> tenants() {
        return Arbitraries.of(TENANTS);
    }

    @Provide
    Arbitrary<String> customers() {
        return Arbitraries.of(CUSTOMERS);
    }
}
