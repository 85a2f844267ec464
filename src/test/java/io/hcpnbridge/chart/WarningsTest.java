package io.hcpnbridge.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What works and is probably not meant is said after an installation or upgrade, in NOTES.txt. */
class WarningsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {image: {tag: latest}} | image.tag is latest
            {resources: {limits: null}} | resources.limits.memory is not set
            {partner: {tenants: {other: {domainId: 0123456789abcdef0123456789abcdef, secret: {name: other}}}}} | partner.tenants acme and other are one account
            {partner: {tenants: {acme: {customerAccess: configured}}}} | partner.tenants.acme.customerAccess is configured, and no customer is
            {networkPolicy: {ingressFrom: [{ipBlock: {cidr: 0.0.0.0/0}}]}} | networkPolicy.ingressFrom lets everybody in
            {signOn: {publicAddress: 'https://sso.example.com', secret: {name: s}, targets: {a: 'https://a.example.com'}}} | networkPolicy.signOnFrom is empty
            {database: {external: {sslMode: disable}}} | database.external.sslMode disable does not prove
            {networkPolicy: {enabled: false}} | networkPolicy is off
            """)
    void itIsTold(String values, String warning) {
        assertThat(Chart.warnings(Situation.least().with(values).values())).anyMatch(told -> told.startsWith(warning));
        assertThat(Chart.warnings(Situation.least().values())).noneMatch(told -> told.startsWith(warning));
    }

    @Test
    void whatIsToldIsPartOfTheNotes() {
        assertThat(Chart.text(Chart.FOLDER.resolve("templates/NOTES.txt"))).contains("bridge.warnings");
    }
}
