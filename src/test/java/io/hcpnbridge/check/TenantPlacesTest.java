package io.hcpnbridge.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What a start says about folders and queues of tenants' own: each belongs to one. */
class TenantPlacesTest {
    private static BeanDefinitions adapter;

    @TempDir
    private static Path folder;

    private final Map<String, Object> settings = new LinkedHashMap<>(enough());

    @BeforeAll
    static void putTogether() {
        adapter = BeanDefinitions.read(enough());
    }

    @Test
    void tenantsMayHaveFoldersQueuesOrBoth() {
        settings.putAll(Map.of(
                "erp.queue.request", "erp.request",
                "erp.queue.reply", "erp.reply",
                "erp.queue.reply-queues", "**",
                "erp.tenants.beta.queue.request", "beta.request",
                "erp.tenants.beta.queue.reply", "beta.reply",
                "erp.tenants.beta.queue.reply-queues", "beta.desk.*",
                "erp.tenants.beta.shared", "true",
                "erp.tenants.gama.queue.event", "gama.events"));

        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest(name = "{0}={1} -> {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            erp.tenants.bta.queue.event              | e           | erp.tenants.bta is not a tenant of partner.tenants: did you mean beta?
            erp.tenants.beta.shared                  | true        | erp.tenants.beta must have folders (sftp.inbound-directory and sftp.outbound-directory) or queues (queue.request and queue.reply, or queue.event) of its own
            erp.tenants.beta.queue.rquest            | x           | erp.tenants.beta.queue.rquest is not a setting: did you mean erp.tenants.beta.queue.request?
            erp.tenants.acme.sftp.inbound-directory  | ../in       | erp.tenants.acme.sftp.inbound-directory must be a folder below the login's home, such as erp/in
            erp.tenants.acme.sftp.inbound-directory  | /acme/in    | erp.tenants.acme.sftp.inbound-directory must be a folder below the login's home, such as erp/in
            erp.tenants.acme.sftp.inbound-directory  | acme/./in   | erp.tenants.acme.sftp.inbound-directory must be a folder below the login's home, such as erp/in
            erp.tenants.acme.sftp.inbound-directory  | inbound/a   | erp.tenants.acme.sftp.inbound-directory must be apart from erp.sftp.inbound-directory: neither in it nor around it
            erp.tenants.acme.sftp.inbound-directory  | OUTBOUND    | erp.tenants.acme.sftp.inbound-directory must be apart from erp.sftp.outbound-directory: neither in it nor around it
            erp.tenants.acme.sftp.outbound-directory | acme        | erp.tenants.acme.sftp.outbound-directory must be apart from erp.tenants.acme.sftp.inbound-directory: neither in it nor around it
            erp.tenants.acme.queue.request           | acme.in     | erp.tenants.acme.queue.reply must be set together with erp.tenants.acme.queue.request
            erp.tenants.acme.queue.event             | a?b=c       | erp.tenants.acme.queue.event must be a queue's name of letters, digits, dots, dashes and underscores
            """)
    void oneWrongSettingIsNamed(String name, String value, String fault) {
        settings.put(name, value);

        assertThat(faults()).containsExactly(fault);
    }

    @Test
    void foldersAndQueuesOfTwoTenantsAreNamedAtOnce() {
        settings.putAll(Map.of(
                "erp.queue.request", "erp.request",
                "erp.queue.reply", "erp.reply",
                "erp.tenants.acme.queue.request", "erp.Reply",
                "erp.tenants.acme.queue.reply", "acme.reply",
                "erp.tenants.acme.queue.reply-queues", "erp.**",
                "erp.tenants.beta.sftp.inbound-directory", "acme/out/deep",
                "erp.tenants.beta.queue.request", "beta.request",
                "erp.tenants.beta.queue.reply", "acme.reply"));
        settings.put("erp.tenants.beta.queue.reply-queues", "*.desk");
        settings.put("erp.tenants.gama.queue.request", "gama.desk");
        settings.put("erp.tenants.gama.queue.reply", "gama.reply");
        settings.put("erp.tenants.gama.queue.reply-queues", "gama.*");

        assertThat(faults())
                .containsExactlyInAnyOrder(
                        "erp.tenants.beta.sftp.outbound-directory must be a folder below the login's home, such as erp/in",
                        "erp.tenants.beta.sftp.inbound-directory must be apart from erp.tenants.acme.sftp.outbound-directory: neither in it nor around it");
        settings.remove("erp.tenants.beta.sftp.inbound-directory");
        assertThat(faults())
                .containsExactlyInAnyOrder(
                        "erp.tenants.acme.queue.request must be another queue than erp.queue.reply",
                        "erp.tenants.acme.queue.reply-queues must not list a queue of another's: erp.queue.request",
                        "erp.tenants.beta.queue.reply-queues must not list queues that erp.tenants.acme.queue.reply-queues lists, too",
                        "erp.tenants.beta.queue.reply must be another queue than erp.tenants.acme.queue.reply",
                        "erp.tenants.gama.queue.request must be none of the queues that erp.tenants.beta.queue.reply-queues lists",
                        "erp.tenants.gama.queue.reply-queues must not list queues that erp.tenants.beta.queue.reply-queues lists, too");
    }

    @Test
    void whatIsPulledForATenantNeedsAFolder() {
        settings.put("erp.tenants.beta.queue.event", "beta.events");
        settings.put("pulls.customers.enabled", "true");
        assertThat(faults())
                .containsExactly(
                        "pulls.customers.tenants must leave out beta, which has queues of its own and no folders: what is pulled is a file");

        settings.put("pulls.customers.tenants", "acme,gama");
        assertThat(faults()).isEmpty();
    }

    private List<String> faults() {
        var environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().addLast(new MapPropertySource("given", settings));
        return adapter.faults(environment);
    }

    private static Map<String, Object> enough() {
        var settings = LeastSettings.in(folder);
        for (var tenant : List.of("acme", "beta", "gama")) {
            settings.put("partner.tenants." + tenant + ".domain-id", "d-" + tenant);
            settings.put("partner.tenants." + tenant + ".access-key", "AK");
            settings.put("partner.tenants." + tenant + ".secret-key", "SK");
        }
        settings.put("erp.tenants.acme.sftp.inbound-directory", "acme/in");
        settings.put("erp.tenants.acme.sftp.outbound-directory", "acme/out");
        return settings;
    }
}
