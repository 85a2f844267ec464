package io.hcpnbridge.partner.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.config.InvalidConfigurationException;
import io.hcpnbridge.partner.Caller;
import io.hcpnbridge.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PartnerSettingsTest {
    private final ApplicationContextRunner complete = new ApplicationContextRunner()
            .withUserConfiguration(PartnerSettingsConfiguration.class)
            .withPropertyValues(
                    "partner.site=china",
                    "partner.tenants.acme.domain-id=0fake00domain",
                    "partner.tenants.acme.access-key=AKFAKE",
                    "partner.tenants.acme.secret-key=sk-canary");

    @TempDir
    private Path folder;

    @Test
    void theSiteDecidesWhatIsNotSet() {
        settings(complete, settings -> {
            assertThat(settings.endpoint()).hasToString("https://bss.myhuaweicloud.com");
            assertThat(settings.resourceQueryCaller()).isEqualTo(Caller.PARTNER);
            assertThat(settings.maxResponseSize()).isEqualTo(16 * 1_024 * 1_024);
            assertThat(settings.sendDomainId()).isFalse();
        });
        settings(complete.withPropertyValues("partner.site=international"), settings -> {
            assertThat(settings.endpoint()).hasToString("https://bss-intl.myhuaweicloud.com");
            assertThat(settings.resourceQueryCaller()).isEqualTo(Caller.CUSTOMER);
        });
    }

    @Test
    void aTenantsOwnGenerationGoesBeforeTheGlobalOne() {
        settings(
                complete.withPropertyValues("partner.orders.generation=new"),
                settings -> assertThat(acme(settings).ordersGeneration()).isEqualTo(OrdersGeneration.NEW));
        settings(
                complete.withPropertyValues(
                        "partner.orders.generation=new", "partner.tenants.acme.orders-generation=old"),
                settings -> assertThat(acme(settings).ordersGeneration()).isEqualTo(OrdersGeneration.OLD));
    }

    @Test
    void aSecretMayComeFromAFileAndIsTrimmed() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "\n from-file \r\n");
        settings(
                complete.withPropertyValues(
                        "partner.tenants.acme.secret-key=", "partner.tenants.acme.secret-key-file=" + file),
                settings -> assertThat(acme(settings).keys().get().secretKey().reveal())
                        .isEqualTo("from-file"));
    }

    @Test
    void customersHaveTheirOwnKeys() {
        settings(
                complete.withPropertyValues(
                        "partner.tenants.acme.customers.0fake01.access-key=AKC",
                        "partner.tenants.acme.customers.0fake01.secret-key=SKC",
                        "partner.tenants.acme.customers.0fake01.security-token=token=="),
                settings -> assertThat(acme(settings).customers().get("0fake01").get())
                        .extracting(Keys::accessKey, Keys::securityToken)
                        .extracting(key -> ((Secret) key).reveal())
                        .containsExactly("AKC", "token=="));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            partner.tenants.acme.secret-key=              | partner.tenants.acme.secret-key (or secret-key-file) is missing
            partner.tenants.acme.access-key=              | partner.tenants.acme.access-key (or access-key-file) is missing
            partner.tenants.acme.domain-id=               | partner.tenants.acme.domain-id (or domain-id-file) is missing
            partner.tenants.acme.secret-key=a b           | partner.tenants.acme.secret-key holds blanks, control or non-ASCII characters
            partner.tenants.acme.secret-key-file=/nowhere | partner.tenants.acme.secret-key is set together with partner.tenants.acme.secret-key-file; keep one
            partner.tenants.acme.access-key-file=/nowhere/key | partner.tenants.acme.access-key is set together with partner.tenants.acme.access-key-file; keep one
            partner.tenants.acme.platform-id-file=/nowhere/id | partner.tenants.acme.platform-id-file cannot be read: /nowhere/id (NoSuchFileException)
            partner.tenants.acme.language=de              | partner.tenants.acme.language must be zh_CN or en_US
            partner.tenants.acme.customers.c1.access-key=AK | partner.tenants.acme.customers.c1.secret-key (or secret-key-file) is missing
            partner.endpoint=https://bss-intl.myhuaweicloud.com | partner.endpoint is the host of the site international, but partner.site is china: set one of them
            partner.endpoint=http://bss.myhuaweicloud.com | partner.endpoint must begin with https://
            partner.endpoint=https://h/path               | partner.endpoint must not have a path, query or fragment
            partner.endpoint=https://h?x=1                | partner.endpoint must not have a path, query or fragment
            partner.endpoint=https://u:p@h                | partner.endpoint must be a host without user information
            partner.endpoint=not an address               | partner.endpoint is not an address: set https://<host>
            partner.iam-endpoint=http://iam.example.com   | partner.iam-endpoint must begin with https://
            partner.temporary-keys-duration=10m           | partner.temporary-keys-duration must be between 15m and 24h
            partner.temporary-keys-duration=25h           | partner.temporary-keys-duration must be between 15m and 24h
            partner.tenants.acme.customer-access=temporary-keys | partner.tenants.acme.agency-name (or platform-id) is missing, but customer-access is temporary-keys
            partner.response-timeout=0s                   | partner.response-timeout must be between 1ms and 10m
            partner.max-response-size=1GB                 | partner.max-response-size must be between 1KB and 256MB
            partner.quotas.list-orders-new=0              | partner.quotas.list-orders-new must be between 1 and 1000
            """)
    void whatIsWrongIsSaidInOneLine(String property, String message) {
        complete.withPropertyValues(property).run(context -> assertThat(context.getStartupFailure())
                .rootCause()
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage(message));
    }

    @Test
    void customersCredentialsAreAskedForByTheAgencyNamedOrElseByThePlatformId() {
        settings(complete, settings -> assertThat(acme(settings).iam().canAsk()).isFalse());
        var platform = complete.withPropertyValues("partner.tenants.acme.platform-id=ACME_ERP");
        settings(platform, settings -> {
            assertThat(acme(settings).iam().access()).isEqualTo(CustomerAccess.TEMPORARY_KEYS);
            assertThat(acme(settings).iam().agencyName()).isEqualTo("ACME_ERP");
            assertThat(acme(settings).iam().canAsk()).isTrue();
        });
        settings(
                platform.withPropertyValues("partner.tenants.acme.agency-name=other agency"),
                settings -> assertThat(acme(settings).iam().agencyName()).isEqualTo("other agency"));
        settings(
                platform.withPropertyValues("partner.tenants.acme.customer-access=configured"),
                settings -> assertThat(acme(settings).iam().canAsk()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"iam-domain-name", "iam-user", "iam-password"})
    void tokensNeedAUserOfThePartner(String missing) {
        var complete = this.complete.withPropertyValues(
                "partner.tenants.acme.customer-access=token",
                "partner.tenants.acme.agency-name=a",
                "partner.tenants.acme.iam-domain-name=acme-corp",
                "partner.tenants.acme.iam-user=api",
                "partner.tenants.acme.iam-password=canary with blanks");
        settings(complete, settings -> assertThat(
                        acme(settings).iam().user().password().get().reveal())
                .isEqualTo("canary with blanks"));
        complete.withPropertyValues("partner.tenants.acme." + missing + "=")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageStartingWith("partner.tenants.acme." + missing)
                        .hasMessageContaining("is missing"));
    }

    @Test
    void plainHttpIsForTheMachineItselfOnly() {
        settings(
                complete.withPropertyValues("partner.endpoint=http://127.0.0.1:8080/"),
                settings -> assertThat(settings.endpoint()).hasToString("http://127.0.0.1:8080"));
        settings(
                complete.withPropertyValues("partner.endpoint=http://[::1]:80"),
                settings -> assertThat(settings.endpoint()).hasToString("http://[::1]:80"));
    }

    @Test
    void withoutATenantNothingStarts() {
        new ApplicationContextRunner()
                .withUserConfiguration(PartnerSettingsConfiguration.class)
                .withPropertyValues("partner.site=china")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageStartingWith("partner.tenants is empty"));
    }

    @Test
    void aTenantsNameIsSimple() {
        complete.withPropertyValues("partner.tenants.[Bad_Name].domain-id=x")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageStartingWith("partner.tenants.Bad_Name has no good name"));
    }

    @Test
    void noTextOfTheSettingsShowsASecret() {
        complete.run(context -> {
            assertThat(context.getBean(PartnerProperties.class).toString()).doesNotContain("canary", "AKFAKE");
            assertThat(context.getBean(PartnerSettings.class).toString()).doesNotContain("canary", "AKFAKE");
        });
    }

    private static void settings(ApplicationContextRunner runner, Consumer<PartnerSettings> expectation) {
        runner.run(context -> expectation.accept(context.getBean(PartnerSettings.class)));
    }

    private static TenantSettings acme(PartnerSettings settings) {
        return settings.tenant("acme").orElseThrow();
    }
}
