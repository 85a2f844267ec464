package io.hcpnbridge.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.Neighbour;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The policy lets out each connection that a running adapter really opens (the neighbours, of which {@code ConnectionsTest}
 * proves that there are no others) and questions to the name server, and nothing more.
 */
class NetworkPolicyTest {
    private static final int DNS = 53;

    static Stream<Situation> situations() {
        return Situation.all().stream()
                .filter(situation -> !adapterPolicies(situation).isEmpty());
    }

    @Test
    void withEverythingConfiguredTheSettingsLeadToAllNeighboursByDifferentPorts() {
        var endpoints = Endpoints.of(Situation.everything());
        assertThat(endpoints).containsOnlyKeys(Neighbour.values());
        assertThat(endpoints.values().stream().flatMap(List::stream))
                .extracting(Endpoints::port)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void eachNeighbourHasARule(Situation situation) {
        var rules = EgressRule.of(adapterPolicies(situation).get(0));
        assertThat(Endpoints.of(situation)).allSatisfy((neighbour, endpoints) -> assertThat(endpoints)
                .isNotEmpty()
                .allSatisfy(endpoint ->
                        assertThat(rules).as(neighbour.toString()).anyMatch(rule -> rule.letsOutTo(endpoint))));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void eachRuleHasANeighbourAndOnlyItsPort(Situation situation) {
        var endpoints =
                Endpoints.of(situation).values().stream().flatMap(List::stream).toList();
        assertThat(EgressRule.of(adapterPolicies(situation).get(0)))
                .filteredOn(rule -> !rule.isDns())
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(endpoints.size())
                .allSatisfy(rule -> {
                    assertThat(rule.ports()).hasSize(1);
                    assertThat(rule.protocols()).containsExactly("TCP");
                    assertThat(endpoints).anyMatch(rule::letsOutTo);
                });
    }

    @ParameterizedTest
    @MethodSource("situations")
    void noRuleIsOpenOnOneSide(Situation situation) {
        assertThat(adapterPolicies(situation)).allSatisfy(policy -> {
            assertThat(EgressRule.of(policy)).allSatisfy(rule -> {
                assertThat(rule.ports()).isNotEmpty();
                assertThat(rule.hasPeers()).isTrue();
            });
            assertThat(policy.at("/spec/policyTypes").toString()).isIn("[\"Ingress\",\"Egress\"]", "");
        });
    }

    @ParameterizedTest
    @MethodSource("situations")
    void onlyTheClustersNameServerIsAsked(Situation situation) {
        assertThat(EgressRule.of(adapterPolicies(situation).get(0)))
                .filteredOn(EgressRule::isDns)
                .hasSize(1)
                .allSatisfy(rule -> {
                    assertThat(rule.ports()).containsOnly(DNS);
                    assertThat(rule.blocks()).isEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "100.100.100.200",
                "10.96.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "127.0.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "fd00:ec2::254",
                "fe80::1",
                "fc00::1",
                "ff02::1",
                "::ffff:10.0.0.1"
            })
    void thePartnersRuleLetsNobodyIntoPrivateNetworksOrToTheMetadata(String address) {
        assertThat(rulesOfThePartner()).isNotEmpty().noneMatch(rule -> rule.letsOutTo(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"119.3.0.1", "94.74.64.1", "8.8.8.8", "172.32.0.1", "2407:c080::1"})
    void thePartnersRuleLetsOutToTheInternet(String address) {
        assertThat(rulesOfThePartner()).isNotEmpty().allMatch(rule -> rule.letsOutTo(address));
    }

    @Test
    void addressesThatAreGivenTakeThePlaceOfTheInternet() {
        var rules = EgressRule.of(adapterPolicies(
                        Situation.everything()
                                .with(
                                        "networkPolicy: {egress: {partner: {cidrs: [203.0.113.0/28]}, iam: {cidrs: [203.0.113.99/32]}, identityProvider: {cidrs: [203.0.113.98/32]}}}"))
                .get(0));
        assertThat(rules).noneMatch(rule -> rule.letsOutTo("8.8.8.8"));
        assertThat(rules).filteredOn(rule -> rule.letsOutTo("203.0.113.1")).hasSize(1);
    }

    @Test
    void withoutClientsOnlyTheTestMayComeIn() {
        assertThat(Situation.least().manifests().all("NetworkPolicy"))
                .filteredOn(policy -> policy.name()
                        .equals(Situation.least().manifests().one("Deployment").name()))
                .singleElement()
                .satisfies(policy -> assertThat(policy.at("/spec/ingress"))
                        .hasSize(1)
                        .allSatisfy(
                                rule -> assertThat(rule.path("from")).hasSize(1).allSatisfy(peer -> assertThat(
                                                Manifest.texts(peer.at("/podSelector/matchLabels")))
                                        .containsEntry("app.kubernetes.io/component", "test"))));
    }

    @Test
    void theCheckOfAnUpgradeMayGoNowhereAndTheTestOnlyToTheAdapter() {
        var manifests = Situation.everything().manifests();
        var check = policiesOf(manifests, manifests.one("Job").pod().orElseThrow());
        assertThat(check).hasSize(1).allSatisfy(policy -> {
            assertThat(EgressRule.of(policy)).isEmpty();
            assertThat(policy.at("/spec/ingress")).isEmpty();
        });
        var test = policiesOf(manifests, manifests.one("Pod").pod().orElseThrow());
        assertThat(test).hasSize(1);
        assertThat(EgressRule.of(test.get(0)))
                .filteredOn(rule -> !rule.isDns())
                .singleElement()
                .satisfies(rule -> assertThat(
                                manifests.adapter().isSelectedBy(rule.tree().at("/to/0/podSelector/matchLabels")))
                        .isTrue());
    }

    private static List<EgressRule> rulesOfThePartner() {
        return EgressRule.of(adapterPolicies(Situation.least()).get(0)).stream()
                .filter(rule -> rule.ports().contains(443))
                .toList();
    }

    private static List<Manifest> adapterPolicies(Situation situation) {
        return policiesOf(situation.manifests(), situation.manifests().adapter());
    }

    private static List<Manifest> policiesOf(Manifests manifests, Pod pod) {
        return Stream.of("NetworkPolicy", "CiliumNetworkPolicy")
                .flatMap(kind -> manifests.all(kind).stream())
                .filter(policy -> pod.isSelectedBy(policy.at("/spec/podSelector/matchLabels"))
                        || pod.isSelectedBy(policy.at("/spec/endpointSelector/matchLabels")))
                .toList();
    }
}
