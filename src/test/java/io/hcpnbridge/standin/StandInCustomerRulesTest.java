package io.hcpnbridge.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.standin.SignedClient.Answer;
import io.hcpnbridge.standin.state.AssociationRefusal;
import io.hcpnbridge.standin.state.PartnerRole;
import io.hcpnbridge.standin.state.RealnameRefusal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Field rules, caller classes and error codes of the customers' endpoints. */
class StandInCustomerRulesTest {
    private static final String CREATE = "/v2/partners/sub-customers";
    private static final String QUERY = CREATE + "/query";
    private static final String CHECK = CREATE + "/users/check-identity";
    private static final String CODE = "/v2/bases/verificationcode/send";
    private static final String REALNAME = "/v2/customers/realname-auths/";
    private static final String PHONE = "13800000001";
    private static final String USER = "\"xaccount_id\":\"u1\",\"xaccount_type\":\"ACME_ERP\"";

    private final StandInPartnerApi standIn = new StandInPartnerApi().start();

    @BeforeEach
    void seed() {
        standIn.customer("c1");
        standIn.customers().profile("c1", profile -> profile.account("taken_name"));
        standIn.customers().codes().put(PHONE, "123456", Duration.ofMinutes(10));
    }

    @AfterEach
    void close() {
        standIn.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CBC.0100 | {'xaccount_id':'u1'}",
                "CBC.0101 | {'xaccount_id':'u1','xaccount_type':'OTHER'}",
                "CBC.0100 | {USER,'verification_code':''}",
                "CBC.0100 | {USER,'mobile_phone':'13800000001'}",
                "CBC.0100 | {USER,'email':'a@b.c'}",
                "CBC.0100 | {USER,'include_association_result':'true'}",
                "CBC.99000031 | {USER,'domain_name':'op_customer'}",
                "CBC.99000031 | {USER,'domain_name':'1customer'}",
                "CBC.99000031 | {USER,'domain_name':'four'}",
                "CBC.99000038 | {USER,'domain_name':'Taken_Name'}",
                "CBC.99000036 | {USER,'password':'abcdefgh'}",
                "CBC.99000036 | {USER,'domain_name':'abcdefg1','password':'1gfedcba'}",
                "CBC.5017 | {USER,'mobile_phone':'23800000001','verification_code':'123456'}",
                "CBC.99004010 | {USER,'mobile_phone':'13800000001','verification_code':'000000'}",
                "CBC.99000037 | {USER,'indirect_partner_id':'r1'}",
            })
    void aCustomerThatBreaksARuleIsNotCreated(String code, String body) throws Exception {
        Answer answer = partner().post(CREATE, body.replace("USER", USER).replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource(AssociationRefusal.class)
    void anAssociationFailsWithEachDocumentedCode(AssociationRefusal reason) throws Exception {
        standIn.customers().associations().refuseNext(reason);

        assertThat(partner().post(CREATE, "{" + USER + "}").code()).isEqualTo(reason.code());
        assertThat(partner().post(CREATE, "{" + USER + "}").status()).isEqualTo(200);
        assertThat(partner().post(CREATE, "{" + USER + "}").code()).isEqualTo("CBC.99000039");
    }

    @Test
    void aCodeExpiresIsCheckedAFewTimesAndWorksOnce() throws Exception {
        standIn.customers().codes().put("13800000002", "123456", Duration.ZERO.minusSeconds(1));
        assertThat(create("u1", "13800000002", "123456").code()).isEqualTo("CBC.99004008");
        for (int i = 0; i < 4; i++) {
            assertThat(create("u1", PHONE, "654321").code()).isEqualTo("CBC.99004010");
        }
        assertThat(create("u1", PHONE, "123456").code()).isEqualTo("CBC.99004009");

        standIn.customers().codes().put(PHONE, "123456", Duration.ofMinutes(1));
        assertThat(create("u1", PHONE, "123456").status()).isEqualTo(200);
        assertThat(create("u2", PHONE, "123456").code()).isEqualTo("CBC.99004010");
    }

    @Test
    void aPhoneIsUsedFiveTimesAtMostAndNeverIfHuaweiHasIt() throws Exception {
        standIn.customers().reported("13800000003");
        assertThat(create("u0", "13800000003", "1").code()).isEqualTo("CBC.99000051");
        for (int i = 0; i < 5; i++) {
            standIn.customers().codes().put(PHONE, "123456", Duration.ofMinutes(1));
            assertThat(create("u" + i, PHONE, "123456").status()).isEqualTo(200);
        }
        assertThat(create("u9", PHONE, "123456").code()).isEqualTo("CBC.99000030");
        assertThat(partner()
                        .post(CHECK, "{\"search_type\":\"mobile\",\"search_value\":\"0086-" + PHONE + "\"}")
                        .json()
                        .path("check_result")
                        .asText())
                .isEqualTo("used_by_user");
    }

    @Test
    void aDistributorNamesItsResellerAndAResellerMayNot() throws Exception {
        var distributor = standIn.state().put(standIn.partner("distributor").asDistributor());
        standIn.customers().reseller("distributor", "r1");
        var client = new SignedClient(standIn.uri(), distributor.keys());

        assertThat(client.post(CREATE, "{" + USER + "}").code()).isEqualTo("CBC.50010059");
        assertThat(client.post(CREATE, "{" + USER + ",\"indirect_partner_id\":\"r2\"}")
                        .code())
                .isEqualTo("CBC.99000037");
        assertThat(client.post(CREATE, "{" + USER + ",\"indirect_partner_id\":\"r1\"}")
                        .status())
                .isEqualTo(200);
        assertThat(client.post(QUERY, "{}").json().path("count").asInt()).isZero();
        assertThat(client.post(QUERY, "{\"indirect_partner_id\":\"r1\"}")
                        .json()
                        .path("count")
                        .asInt())
                .isEqualTo(1);

        standIn.state().put(distributor.as(PartnerRole.RESELLER));
        assertThat(client.post(CREATE, "{" + USER + "}").code()).isEqualTo("CBC.0151");
        var customer = new SignedClient(standIn.uri(), standIn.keysOf("c1"));
        assertThat(customer.post(QUERY, "{}").code()).isEqualTo("CBC.0151");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'limit':101}",
                "{'limit':0}",
                "{'offset':40000001}",
                "{'account_name':''}",
                "{'association_type':'3'}",
                "{'associated_on_begin':'2026-01-01'}",
                "{'page':1}",
            })
    void theListRefusesWhatIsNotDocumented(String body) throws Exception {
        assertThat(partner().post(QUERY, body.replace('\'', '"')).code()).isEqualTo("CBC.0100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'receiver_type':2,'mobile_phone':'13800000001'}",
                "{'receiver_type':1}",
                "{'receiver_type':1,'mobile_phone':'13800000001','lang':'fr'}",
                "{'receiver_type':1,'mobile_phone':'13800000001','scene':18}",
                "{'receiver_type':1,'mobile_phone':'13800000001','timeout':0}",
            })
    void aCodeIsNotSent(String body) throws Exception {
        assertThat(partner().post(CODE, body.replace('\'', '"')).code()).isEqualTo("CBC.0100");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CBC.0100 | licence.jpg | 'identify_type':2",
                "CBC.0100 | licence.jpg | 'corp_name':'123 -'",
                "CBC.0100 | licence.jpg | 'certificate_type':5",
                "CBC.0100 | licence.jpg | 'change_type':2",
                "CBC.0100 | licence.jpg | 'enterprise_person':{'legel_name':'n','legel_id_number':'1'}",
                "CBC.0100 | licence.jpg | 'enterprise_person':{'legal_name':'n'}",
                "CBC.0101 | licence.jpg | 'xaccount_type':'OTHER'",
                "CBC.99000035 | licence.jpg | 'customer_id':'nobody'",
                "CBC.99000099 | big.jpg |",
                "CBC.99000100 | licence.doc |",
                "CBC.99007004 | licence.jpg |",
            })
    void aChangeThatBreaksARuleIsNotTaken(String code, String file, String other) throws Exception {
        standIn.customers().realname().tooBig("big.jpg");

        assertThat(partner()
                        .put(REALNAME + "enterprise", RealnameBodies.change(file, other))
                        .code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource(RealnameRefusal.class)
    void anApplicationFailsWithEachDocumentedCode(RealnameRefusal reason) throws Exception {
        standIn.customers().realname().refuseNext(reason);

        Answer answer = partner().post(REALNAME + "individual", RealnameBodies.individual("0", 3));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(reason.code());
    }

    @Test
    void aThirdPictureAFeatureSwitchedOffAndTooManyAttempts() throws Exception {
        assertThat(partner()
                        .post(REALNAME + "individual", RealnameBodies.individual("0", 2))
                        .code())
                .isEqualTo("CBC.0100");
        assertThat(partner()
                        .post(REALNAME + "individual", RealnameBodies.individual("7", 3))
                        .code())
                .isEqualTo("CBC.0100");
        for (String code : List.of("200", "CBC.99007188")) {
            Answer answer = partner().post(REALNAME + "individual", RealnameBodies.individual("0", 3));
            assertThat(answer.code() == null ? "200" : answer.code()).isEqualTo(code);
        }
        standIn.customers().realname().disable(StandInPartnerApi.PARTNER);
        assertThat(partner()
                        .post(REALNAME + "individual", RealnameBodies.individual("0", 3))
                        .code())
                .isEqualTo("CBC.99005030");
    }

    private Answer create(String user, String phone, String code) throws Exception {
        return partner()
                .post(
                        CREATE,
                        """
                        {"xaccount_id":"%s","xaccount_type":"ACME_ERP","mobile_phone":"%s","verification_code":"%s"}
                        """
                                .formatted(user, phone, code));
    }

    private SignedClient partner() {
        return new SignedClient(standIn.uri(), standIn.partnerKeys());
    }
}
