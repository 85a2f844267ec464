package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What customers.* refuse by site and by the partner's role, before a call is made. */
class CustomerAvailabilityTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "china | | {'platformUserId':'u1'} | ",
                "china | reseller | {'platformUserId':'u1'} | role",
                "china | distributor | {'platformUserId':'u1'} | resellerId",
                "china | distributor | {'resellerId':'r1'} | ",
                "china | solution-provider | {'resellerId':'r1'} | resellerId",
                "china | | {'resellerId':'r1'} | ",
                "china | | {'email':'a@b.c','country':'MX'} | country email",
                "international | | {'email':'a@b.c','country':'MX'} | ",
                "international | | {'mobilePhone':'13800000001'} | country mobilePhone",
            })
    void aCustomerToCreate(String site, String role, String record, String fields) {
        assertThat(refused("customers.create", site, role, record)).isEqualTo(expected(fields));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "china | | {'file1':'a'} | ",
                "china | reseller | {'file1':'a'} | role",
                "china | | {'file1':'a','file2':'b'} | file2",
                "china | | {'file1':'a','legalPersonName':'n'} | file3",
                "china | | {'file1':'a','file2':'b','file3':'c','legalPersonName':'n'} | ",
                "china | | {'file1':'a','file2':'b','file3':'c','file4':'d','legalPersonName':'n'} | file4",
                "international | | {'file1':'a','file2':'b','file3':'c','file4':'d'} | ",
            })
    void aCustomerToChange(String site, String role, String record, String fields) {
        assertThat(refused("customers.realname-change", site, role, record)).isEqualTo(expected(fields));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "china | | {'kind':'ENTERPRISE','file1':'a','file2':'b'} | file2",
                "china | | {'kind':'INDIVIDUAL','documentType':0,'file1':'a','file2':'b','file3':'c'} | ",
                "china | | {'kind':'INDIVIDUAL','documentType':3,'file1':'a','file2':'b'} | file3",
                "china | | {'kind':'INDIVIDUAL','documentType':7,'file1':'a','file2':'b','file3':'c'} | documentType",
                "china | | {'kind':'INDIVIDUAL','bankAccount':'1','file1':'a'} | ",
                "international | | {'kind':'INDIVIDUAL','documentType':3,'file1':'a','file2':'b'} | ",
                "international | | {'kind':'INDIVIDUAL','documentType':3,'file1':'a'} | file2",
                "international | | {'kind':'INDIVIDUAL','documentType':7,'file1':'a','file2':'b'} | file3",
                "international | | {'kind':'INDIVIDUAL','bankAccount':'1','file1':'a'} | bankAccount",
            })
    void aCustomerToVerify(String site, String role, String record, String fields) {
        assertThat(refused("customers.realname-apply", site, role, record)).isEqualTo(expected(fields));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "china | | {'associationType':'3'} | associationType",
                "international | | {'associationType':'2'} | associationType",
                "international | | {'associationType':'3'} | ",
                "china | solution-provider | {'resellerId':'r1'} | resellerId",
                "china | distributor | {'resellerId':'r1'} | ",
            })
    void customersToSee(String site, String role, String record, String fields) {
        assertThat(refused("customers.associations", site, role, record)).isEqualTo(expected(fields));
    }

    private static List<String> refused(String iface, String site, String role, String record) {
        ObjectNode in = ShippedMapping.object();
        in.set("record", ShippedMapping.json(record.replace('\'', '"')));
        in.put("site", site);
        in.putObject("tenant");
        if (role != null) {
            in.withObject("/tenant").put("role", role);
        }
        return ShippedMapping.of(iface).mapping().availability().against(in).stream()
                .map(violation -> violation.field().replaceFirst(".*[.]", ""))
                .sorted()
                .distinct()
                .toList();
    }

    private static List<String> expected(String fields) {
        return fields == null ? List.of() : List.of(fields.split(" "));
    }
}
