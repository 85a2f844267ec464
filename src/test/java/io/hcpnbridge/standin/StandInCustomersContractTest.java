package io.hcpnbridge.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.huaweicloud.sdk.bss.v2.BssClient;
import com.huaweicloud.sdk.bss.v2.model.ApplyEnterpriseRealnameAuthsReq;
import com.huaweicloud.sdk.bss.v2.model.ApplyIndividualRealnameAuthsReq;
import com.huaweicloud.sdk.bss.v2.model.BankCardInfoV2;
import com.huaweicloud.sdk.bss.v2.model.ChangeEnterpriseRealnameAuthenticationRequest;
import com.huaweicloud.sdk.bss.v2.model.ChangeEnterpriseRealnameAuthsReq;
import com.huaweicloud.sdk.bss.v2.model.CheckSubcustomerUserReq;
import com.huaweicloud.sdk.bss.v2.model.CheckUserIdentityRequest;
import com.huaweicloud.sdk.bss.v2.model.CreateCustomerV2Req;
import com.huaweicloud.sdk.bss.v2.model.CreateEnterpriseRealnameAuthenticationRequest;
import com.huaweicloud.sdk.bss.v2.model.CreatePersonalRealnameAuthRequest;
import com.huaweicloud.sdk.bss.v2.model.CreateSubCustomerRequest;
import com.huaweicloud.sdk.bss.v2.model.EnterprisePersonNew;
import com.huaweicloud.sdk.bss.v2.model.ListSubCustomersRequest;
import com.huaweicloud.sdk.bss.v2.model.ListSubCustomersResponse;
import com.huaweicloud.sdk.bss.v2.model.QuerySubCustomerListReq;
import com.huaweicloud.sdk.bss.v2.model.SendVerificationCodeV2Req;
import com.huaweicloud.sdk.bss.v2.model.SendVerificationMessageCodeRequest;
import com.huaweicloud.sdk.bss.v2.model.ShowRealnameAuthenticationReviewResultRequest;
import com.huaweicloud.sdk.bss.v2.model.ShowRealnameAuthenticationReviewResultResponse;
import com.huaweicloud.sdk.core.auth.GlobalCredentials;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.core.exception.ServerResponseException;
import com.huaweicloud.sdk.core.http.HttpConfig;
import io.hcpnbridge.standin.state.Associations;
import io.hcpnbridge.standin.state.CustomerBook;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers of the China site, as the official client creates, authenticates and sees them. */
class StandInCustomersContractTest {
    private static final String PHONE = "13800000001";

    private final StandInPartnerApi standIn = new StandInPartnerApi().start();
    private final BssClient partner = partner();

    @BeforeEach
    void seed() {
        standIn.customer("c1");
        standIn.customer("c2", customer -> customer.consulting());
        standIn.customers().profile("c1", profile -> profile.account("first_account")
                .named("第一公司")
                .labelled("VIP")
                .managedBy("manager1"));
    }

    @AfterEach
    void close() {
        standIn.close();
    }

    @Test
    void aCustomerIsCreatedWithTheCodeThatWasSentAndSeenInTheList() {
        sendCode();

        var created = partner.createSubCustomer(create(request("u1")
                .withDomainName("new_customer01")
                .withMobilePhone(PHONE)
                .withVerificationCode(received())
                .withIncludeAssociationResult(true)));

        assertThat(created.getDomainName()).isEqualTo("new_customer01");
        var listed = query(new QuerySubCustomerListReq().withCustomerId(created.getDomainId()));
        assertThat(listed.getCount()).isEqualTo(1);
        var customer = listed.getCustomerInfos().get(0);
        assertThat(customer.getXaccountId()).isEqualTo("u1");
        assertThat(customer.getTelephone()).isEqualTo(PHONE);
        assertThat(customer.getAssociationType()).isEqualTo("2");
        assertThat(customer.getAssociatedOn()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    }

    @Test
    void anAccountWithoutANameGetsARandomOneOf32Characters() {
        assertThat(partner.createSubCustomer(create(request("u2"))).getDomainName())
                .hasSize(32);
    }

    @Test
    void anAssociationThatTakesLongIsStatus500AndTheCustomerIsThereLater() {
        standIn.customers().associations().delayNext(2);

        var failure = catchThrowableOfType(
                ServerResponseException.class,
                () -> partner.createSubCustomer(create(request("u3").withIncludeAssociationResult(true))));

        assertThat(failure.getHttpStatusCode()).isEqualTo(500);
        assertThat(failure.getErrorCode()).isEqualTo("CBC.99000050");
        var account = new QuerySubCustomerListReq().withAccountName("hw_");
        assertThat(query(account).getCount()).isZero();
        assertThat(query(account).getCount()).isZero();
        assertThat(query(account).getCount()).isEqualTo(1);
    }

    @Test
    void withoutWaitingTheAnswerIsTheSameWhateverBecomesOfTheAssociation() {
        standIn.customers().associations().delayNext(Associations.NEVER);

        assertThat(partner.createSubCustomer(create(request("u4"))).getDomainId())
                .isNotBlank();
        assertThat(query(new QuerySubCustomerListReq().withAccountName("hw_")).getCount())
                .isZero();
    }

    @Test
    void namesAndPhonesAreCheckedBefore() {
        assertThat(check("name", "first_account")).isEqualTo("used_by_user");
        assertThat(check("name", "nobody_has_it")).isEqualTo("available");
        assertThat(check("mobile", "0086-" + PHONE)).isEqualTo("available");
        assertThat(check("email", "somebody@example.com")).isEqualTo("available");
    }

    @Test
    void theListIsFilteredAndPaged() {
        assertThat(query(new QuerySubCustomerListReq().withLimit(1)).getCustomerInfos())
                .hasSize(1);
        assertThat(ids(new QuerySubCustomerListReq().withOffset(1))).containsExactly("c2");
        assertThat(ids(new QuerySubCustomerListReq().withAccountName("FIRST"))).containsExactly("c1");
        assertThat(ids(new QuerySubCustomerListReq().withCustomer("第一"))).containsExactly("c1");
        assertThat(ids(new QuerySubCustomerListReq().withLabel("VIP"))).containsExactly("c1");
        assertThat(ids(new QuerySubCustomerListReq().withAssociationType("1"))).containsExactly("c2");
        assertThat(ids(new QuerySubCustomerListReq().withAssociatedOnBegin("2024-01-01T00:00:01Z")))
                .isEmpty();
        assertThat(query(new QuerySubCustomerListReq().withCustomerId("c1"))
                        .getCustomerInfos()
                        .get(0)
                        .getAccountManagers()
                        .get(0)
                        .getAccountName())
                .isEqualTo("manager1");
    }

    @Test
    void anEnterpriseIsReviewedAndPasses() {
        standIn.customers().realname().passesAfter("c1", 2);

        var applied = partner.createEnterpriseRealnameAuthentication(
                new CreateEnterpriseRealnameAuthenticationRequest().withBody(enterprise()));

        assertThat(applied.getIsReview()).isEqualTo(1);
        assertThat(result("c1").getReviewResult()).isZero();
        assertThat(query(new QuerySubCustomerListReq().withCustomerId("c1"))
                        .getCustomerInfos()
                        .get(0)
                        .getVerifiedStatus())
                .isEqualTo("0");
        assertThat(result("c1").getReviewResult()).isZero();
        assertThat(result("c1").getReviewResult()).isEqualTo(2);
        assertThat(query(new QuerySubCustomerListReq().withCustomerId("c1"))
                        .getCustomerInfos()
                        .get(0)
                        .getCustomerType())
                .isEqualTo(1);
    }

    @Test
    void anIndividualBecomesAnEnterpriseOrIsRejectedWithAnOpinion() {
        standIn.customers().profile("c1", profile -> profile.verified("2", 0));
        standIn.customers().realname().rejectedAfter("c1", 0, "营业执照不清晰");

        var changed = partner.changeEnterpriseRealnameAuthentication(new ChangeEnterpriseRealnameAuthenticationRequest()
                .withBody(new ChangeEnterpriseRealnameAuthsReq()
                        .withCustomerId("c1")
                        .withIdentifyType(1)
                        .withCertificateType(0)
                        .withVerifiedFileUrl(List.of("licence.jpg"))
                        .withCorpName("第一公司")
                        .withVerifiedNumber("91310000MA1FAKE001")
                        .withRegCountry("CN")
                        .withRegAddress("上海")
                        .withChangeType(1)
                        .withXaccountType(CustomerBook.PLATFORM)));

        assertThat(changed.getIsReview()).isEqualTo(1);
        assertThat(result("c1").getReviewResult()).isEqualTo(1);
        assertThat(result("c1").getOpinion()).isEqualTo("营业执照不清晰");
    }

    @Test
    void anIndividualIsVerifiedByItsBankCardAtOnce() {
        partner.sendVerificationMessageCode(new SendVerificationMessageCodeRequest()
                .withBody(new SendVerificationCodeV2Req()
                        .withReceiverType(1)
                        .withMobilePhone(PHONE)
                        .withScene(18)
                        .withCustomerId("c1")));

        var applied = partner.createPersonalRealnameAuth(new CreatePersonalRealnameAuthRequest()
                .withBody(new ApplyIndividualRealnameAuthsReq()
                        .withCustomerId("c1")
                        .withIdentifyType(4)
                        .withVerifiedFileUrl(List.of("face.jpg"))
                        .withName("张三")
                        .withVerifiedNumber("310101199001010000")
                        .withChangeType(-1)
                        .withXaccountType(CustomerBook.PLATFORM)
                        .withBankCardInfo(new BankCardInfoV2()
                                .withBankAccount("6222000000000000")
                                .withAreacode("0086")
                                .withMobile(PHONE)
                                .withVerificationCode(received()))));

        assertThat(applied.getIsReview()).isZero();
        assertThat(result("c1").getReviewResult()).isEqualTo(2);
    }

    @Test
    void nothingIsToldOfAReviewThatNobodyAskedForNorOfAStrangersCustomer() {
        assertThat(result("c1").getReviewResult()).isNull();
        var refused = catchThrowableOfType(ClientRequestException.class, () -> result("nobody"));
        assertThat(refused.getErrorCode()).isEqualTo("CBC.99000035");
    }

    private ApplyEnterpriseRealnameAuthsReq enterprise() {
        return new ApplyEnterpriseRealnameAuthsReq()
                .withCustomerId("c1")
                .withIdentifyType(1)
                .withVerifiedFileUrl(List.of("licence.pdf", "test/front.png", "test/back.png"))
                .withCorpName("第一公司")
                .withVerifiedNumber("91310000MA1FAKE001")
                .withXaccountType(CustomerBook.PLATFORM)
                .withEnterprisePerson(new EnterprisePersonNew()
                        .withLegelName("张三")
                        .withLegelIdNumber("310101199001010000")
                        .withCertifierRole("legalPerson"));
    }

    private void sendCode() {
        partner.sendVerificationMessageCode(new SendVerificationMessageCodeRequest()
                .withBody(new SendVerificationCodeV2Req()
                        .withReceiverType(1)
                        .withMobilePhone(PHONE)
                        .withLang("zh-cn")
                        .withTimeout(10)));
    }

    private String received() {
        return standIn.customers().codes().received(PHONE).orElseThrow();
    }

    private String check(String type, String value) {
        return partner.checkUserIdentity(new CheckUserIdentityRequest()
                        .withBody(new CheckSubcustomerUserReq()
                                .withSearchType(type)
                                .withSearchValue(value)))
                .getCheckResult();
    }

    private ShowRealnameAuthenticationReviewResultResponse result(String customerId) {
        return partner.showRealnameAuthenticationReviewResult(
                new ShowRealnameAuthenticationReviewResultRequest().withCustomerId(customerId));
    }

    private ListSubCustomersResponse query(QuerySubCustomerListReq filter) {
        return partner.listSubCustomers(new ListSubCustomersRequest().withBody(filter));
    }

    private List<String> ids(QuerySubCustomerListReq filter) {
        return query(filter).getCustomerInfos().stream()
                .map(customer -> customer.getCustomerId())
                .toList();
    }

    private static CreateCustomerV2Req request(String user) {
        return new CreateCustomerV2Req().withXaccountId(user).withXaccountType(CustomerBook.PLATFORM);
    }

    private static CreateSubCustomerRequest create(CreateCustomerV2Req body) {
        return new CreateSubCustomerRequest().withBody(body);
    }

    private BssClient partner() {
        var keys = standIn.partnerKeys();
        return BssClient.newBuilder()
                .withCredential(new GlobalCredentials()
                        .withAk(keys.accessKey())
                        .withSk(keys.secretKey())
                        .withDomainId(StandInPartnerApi.PARTNER))
                .withEndpoint(standIn.uri().toString())
                .withHttpConfig(HttpConfig.getDefaultHttpConfig().withIgnoreSSLVerification(true))
                .build();
    }
}
