package io.hcpnbridge.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What a start says about settings, without a start: the check is run over the adapter's bean definitions, and no bean is made. */
class SettingsCheckTest {
    private static final String SYSTEM = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

    private static BeanDefinitions adapter;

    @TempDir
    private static Path folder;

    private final StandardEnvironment environment = new StandardEnvironment();
    private final Map<String, Object> settings = new LinkedHashMap<>();

    @BeforeAll
    static void putTogether() {
        adapter = BeanDefinitions.read(enough());
    }

    SettingsCheckTest() {
        environment.getPropertySources().addLast(new MapPropertySource("given", settings));
        variables(Map.of());
        settings.putAll(enough());
    }

    @Test
    void whatIsRightIsSaidNothingAbout() {
        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            work.leese                        | work.leese is not a setting: did you mean work.lease?
            work.pollinterval2                | work.pollinterval2 is not a setting: did you mean work.poll-interval?
            answer.pol-interval               | answer.pol-interval is not a setting: did you mean answer.poll-interval?
            pulls.quotas.enable               | pulls.quotas.enable is not a setting: did you mean pulls.quotas.enabled?
            partner.quotas.list-order-new     | partner.quotas.list-order-new is not the name of an API: did you mean list-orders-new?
            partner.orders.genration          | partner.orders.genration is not a setting: did you mean partner.orders.generation?
            partner.tenants.acme.acess-key    | partner.tenants.acme.acess-key is not a setting: did you mean partner.tenants.acme.access-key?
            partner.tenant.acme.role          | partner.tenant.acme.role is not a setting: did you mean partner.tenants.acme.role?
            partner.tenants.acme.customers.c1.key | partner.tenants.acme.customers.c1.key is not a setting: did you mean partner.tenants.acme.customers.c1.access-key?
            erp.sftp.hosts                    | erp.sftp.hosts is not a setting: did you mean erp.sftp.host?
            erp.queue.properties.x            | erp.queue.properties.x is not a setting: did you mean erp.queue.properties?
            bridge.intake.max-problem         | bridge.intake.max-problem is not a setting: did you mean bridge.intake.max-problems?
            ledger.something-else-altogether  | ledger.something-else-altogether is not a setting: remove it or correct its name
            housekeeping                      | housekeeping is not a setting: remove it or correct its name
            """)
    void aNameThatNobodyReadsIsRefusedWithTheNearestOne(String name, String fault) {
        settings.put(name, "5");

        assertThat(faults()).contains(fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "erp.sftp.inboundDirectory",
                "erp.sftp.inbound_directory",
                "ERP.SFTP.INBOUND-DIRECTORY",
                "erp.queue.properties[0]",
                "partner.tenants.acme.customers[c.1].access-key-file",
                "pulls.mine.values.a.b"
            })
    void aNameMayBeWrittenInEveryWayThatSpringReads(String name) {
        settings.put(name, "x");

        assertThat(faults()).noneMatch(fault -> fault.contains("is not a setting"));
    }

    @ParameterizedTest
    @CsvSource({
        "WORK_LEESE, WORK_LEASE",
        "work_leese, WORK_LEASE",
        "ANSWER_POL_INTERVAL, ANSWER_POLLINTERVAL",
        "PULLS_QUOTAS_ENABLE, PULLS_QUOTAS_ENABLED",
        "PARTNER_TENANTS_ACME_ACESSKEY, PARTNER_TENANTS_ACME_ACCESSKEY",
        "ERP_SFTP_HOSTS, ERP_SFTP_HOST"
    })
    void aVariableOfTheEnvironmentToo(String name, String meant) {
        variables(Map.of(name, "5"));

        assertThat(faults()).contains(name + " (environment) is not a setting: did you mean " + meant + "?");
    }

    @Test
    void aQuotaGivenByAVariableIsOneOfAnApi() {
        variables(Map.of("PARTNER_QUOTAS_LISTORDERNEW", "5"));

        assertThat(faults())
                .singleElement()
                .asString()
                .contains("partner.quotas.listordernew is not the name of an API");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERP_SFTP_INBOUNDDIRECTORY",
                "ERP_SFTP_INBOUND_DIRECTORY",
                "erp_sftp_inbound_directory",
                "erp.sftp.inbound-directory",
                "ERP_QUEUE_PROPERTIES_0",
                "PARTNER_TENANTS_ACME_PLATFORM_ID",
                "PARTNER_TENANTS_ACME_PLATFORMID",
                "PULLS_QUOTAS_VALUES_X"
            })
    void aVariableIsReadInEveryFormThatSpringReads(String name) {
        variables(Map.of(name, "x"));

        assertThat(faults()).isEmpty();
    }

    @Test
    void variablesOfKubernetesServicesAndOfOthersStopNothing() {
        variables(Map.of(
                "ERP_PORT", "tcp://10.0.0.1:22",
                "ERP_PORT_22_TCP", "tcp://10.0.0.1:22",
                "ERP_PORT_22_TCP_PROTO", "tcp",
                "ERP_PORT_22_TCP_ADDR", "10.0.0.1",
                "ERP_SFTP_SERVICE_HOST", "10.0.0.1",
                "ERP_SFTP_SERVICE_PORT_SFTP", "22",
                "BRIDGE_SERVICE_HOST", "10.0.0.2",
                "WORK_DIR", "/srv",
                "ERP_HOME", "/opt/erp",
                "BRIDGE_HOME", "/opt/bridge"));

        assertThat(faults()).isEmpty();
    }

    @Test
    void filesOfSecretsInAFolderAreNamesToo() throws IOException {
        var tree = Files.createDirectories(folder.resolve("tree"));
        Files.writeString(tree.resolve("operator.pasword"), "p");
        environment.getPropertySources().addFirst(new ConfigTreePropertySource("tree", tree));

        assertThat(faults()).containsExactly("operator.pasword is not a setting: did you mean operator.password?");
    }

    @Test
    void aTenantInChineseIsToldAsSuch() {
        settings.keySet().removeIf(name -> name.startsWith("partner.tenants."));
        settings.put("partner.tenants.\u534e\u5317.domain-id", "d2");
        settings.put("partner.tenants.\u534e\u5317.access-key", "AK");

        assertThat(faults())
                .containsExactly(
                        "partner.tenants.\u534e\u5317 cannot be a name: names are made of small letters, digits and -");
    }

    @Test
    void aTenantInChineseInBracketsIsToldTheRule() {
        for (var name : List.of("domain-id", "access-key", "secret-key")) {
            settings.put("partner.tenants[\u534e\u5317]." + name, "d2");
        }

        assertThat(faults())
                .containsExactly(
                        "partner.tenants.\u534e\u5317 has no good name: use up to 32 of a-z, 0-9 and -, beginning with a letter or digit");
    }

    @Test
    void withoutSettingsEverythingThatIsMissingIsNamed() {
        settings.clear();

        assertThat(faults())
                .containsExactlyInAnyOrder(
                        "spring.datasource.url must be set to the ledger's database, such as jdbc:postgresql://db:5432/bridge",
                        "erp.sftp.host must be set to the ERP's SFTP server",
                        "erp.sftp.username must be set to the adapter's SFTP login",
                        "erp.sftp.known-hosts-file must be set to a file with the SFTP server's host key",
                        "erp.sftp.password must be set, or erp.sftp.password-file, or erp.sftp.private-key-file",
                        "partner.tenants is empty: set domain-id, access-key and secret-key of at least one tenant",
                        "operator.password is missing; set it, or operator.password-file, to the password for Hawtio");
    }

    @Test
    void allFaultsAreNamedAtOnceAndNoSecret() {
        settings.putAll(new HashMap<>(Map.of(
                "work.workers", "0",
                "work.tries", "many",
                "work.leese", "5s",
                "work.lease", "1s",
                "erp.sftp.port", "22x",
                "erp.sftp.silence", "0s",
                "partner.site", "mars",
                "partner.tenants.acme.secret-key", "sk canary",
                "partner.tenants.acme.role", "boss",
                "spring.datasource.generate-unique-name", "perhaps")));
        settings.put("pulls.quotas.enabled", "true");
        settings.put("pulls.quotas.interface", "coupons.quota");
        settings.put("pulls.quotas.tenants", "acne");
        settings.put("spring.datasource.hikari.maximum-pool-size", "5");
        settings.put("operator.password-file", "/nowhere");

        assertThat(faults())
                .contains(
                        "work.workers must be 1 or more",
                        "work.tries cannot be read: set a whole number",
                        "work.leese is not a setting: did you mean work.lease?",
                        "work.lease must be at least four times work.heartbeat, which is 1000ms",
                        "erp.sftp.port cannot be read: set a whole number",
                        "erp.sftp.silence must be 1s or more",
                        "partner.site is 'mars': set one of china, international",
                        "partner.tenants.acme.role is 'boss': set one of solution-provider, distributor, reseller",
                        "partner.tenants.acme.secret-key holds blanks, control or non-ASCII characters",
                        "pulls.quotas.interface is not an interface: did you mean coupons.quotas?",
                        "pulls.quotas.tenants is not a configured tenant: did you mean acme?",
                        "operator.password is set together with operator.password-file; keep one",
                        "spring.datasource.generate-unique-name cannot be read: set true or false")
                .noneMatch(fault -> fault.contains("canary"));
    }

    @ParameterizedTest(name = "{0}={1} -> {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            spring.datasource.hikari.maximum-pool-size | 5 | spring.datasource.hikari.maximum-pool-size must be 22 or more: one connection for every two of work.workers, and 10
            camel.main.shutdown-timeout | 60 | camel.main.shutdown-timeout must be longer than partner.connect-timeout and partner.response-timeout together, which are 65s
            erp.sftp.outbound-directory | inbound/out | erp.sftp.outbound-directory must be apart from erp.sftp.inbound-directory: neither in it nor around it
            erp.sftp.poll-interval | 3s | erp.sftp.poll-interval cannot be read: set a whole number
            answer.poll-interval | 0 | answer.poll-interval must be 1 or more
            doubts.settle-time | 60s | doubts.settle-time must be longer than partner.response-timeout, which is 60s
            retention.contents | 1h | retention.contents must be 1d or more
            retention.keys | 400d | retention.keys must not be shorter than retention.contents, retention.answers and retention.arrivals: as long as a document is known, it is not done again
            monitor.username | operator | monitor.username is the operator's name, too; give one of them another
            pulls.quotas.cron | 0 0 25 * * ? | pulls.quotas.cron must be a cron expression of Quartz, such as 0 0 6 4 * ?
            """)
    void valuesAreJudgedTogether(String name, String value, String fault) {
        settings.put("monitor.password", "q");
        settings.put(name, value);

        assertThat(faults()).containsExactly(fault);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void whatWorksAndIsProbablyNotMeantIsTold(CapturedOutput output) {
        settings.put("partner.tenants.other.access-key", "AK");
        settings.put("partner.tenants.other.secret-key", "SK");
        settings.put("partner.tenants.other.domain-id", "d1");
        settings.put("partner.tenants.other.customer-access", "configured");

        assertThat(faults()).isEmpty();
        assertThat(output)
                .contains("partner.tenants.acme and other are one account")
                .contains("partner.tenants.other.customer-access is configured, and no customer is");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            orders.list  | pulls.mine.interface names an interface that has no pull.jslt
            orders.lists | pulls.mine.interface is not an interface: did you mean orders.list?
            orders.renew | pulls.mine.interface names an interface that changes something; schedules only read
            """)
    void aPullAsksAnInterfaceThatReads(String iface, String fault) {
        settings.putAll(
                Map.of("pulls.mine.enabled", "true", "pulls.mine.cron", "0 0 5 * * ?", "pulls.mine.interface", iface));

        assertThat(faults()).contains(fault);
    }

    @Test
    void aPullByTheHourMayHaveALongName() {
        settings.putAll(Map.of(
                "pulls.hourly-changes.enabled", "true",
                "pulls.hourly-changes.cron", "0 5 * * * ?",
                "pulls.hourly-changes.interface", "customers.associations",
                "pulls.hourly-changes.period", "hour"));

        assertThat(faults()).isEmpty();
    }

    /** What is wrong, each by itself. */
    private List<String> faults() {
        return adapter.faults(environment);
    }

    private void variables(Map<String, Object> variables) {
        environment.getPropertySources().remove(SYSTEM);
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(SYSTEM, new HashMap<>(variables)));
    }

    private static Map<String, Object> enough() {
        var settings = LeastSettings.in(folder);
        settings.put("partner.tenants.acme.domain-id", "d1");
        settings.put("partner.tenants.acme.access-key", "AK");
        settings.put("partner.tenants.acme.secret-key", "sk-canary");
        return settings;
    }
}
