package io.hcpnbridge.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.huaweicloud.sdk.bssintl.v2.BssintlClient;
import com.huaweicloud.sdk.bssintl.v2.model.ApplyEnterpriseRealnameAuthsReq;
import com.huaweicloud.sdk.bssintl.v2.model.ApplyIndividualRealnameAuthsReq;
import com.huaweicloud.sdk.bssintl.v2.model.ChangeEnterpriseRealnameAuthenticationRequest;
import com.huaweicloud.sdk.bssintl.v2.model.ChangeEnterpriseRealnameAuthsReq;
import com.huaweicloud.sdk.bssintl.v2.model.CheckSubcustomerUserReq;
import com.huaweicloud.sdk.bssintl.v2.model.CheckUserIdentityRequest;
import com.huaweicloud.sdk.bssintl.v2.model.CreateCustomerV2Req;
import com.huaweicloud.sdk.bssintl.v2.model.CreateEnterpriseRealnameAuthenticationRequest;
import com.huaweicloud.sdk.bssintl.v2.model.CreatePersonalRealnameAuthRequest;
import com.huaweicloud.sdk.bssintl.v2.model.CreateSubCustomerRequest;
import com.huaweicloud.sdk.bssintl.v2.model.ListSubCustomersRequest;
import com.huaweicloud.sdk.bssintl.v2.model.QuerySubCustomerListReq;
import com.huaweicloud.sdk.bssintl.v2.model.SendVerificationCodeV2Req;
import com.huaweicloud.sdk.bssintl.v2.model.SendVerificationMessageCodeRequest;
import com.huaweicloud.sdk.bssintl.v2.model.ShowRealnameAuthenticationReviewResultRequest;
import com.huaweicloud.sdk.core.auth.GlobalCredentials;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.core.http.HttpConfig;
import io.hcpnbridge.standin.state.CustomerBook;
import io.hcpnbridge.standin.state.Site;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers of the International site, as the official client creates, authenticates and sees them. */
class StandInCustomersInternationalContractTest {
    private static final String EMAIL = "new@example.com";

    private final StandInPartnerApi standIn = new StandInPartnerApi(Site.INTERNATIONAL).start();
    private final BssintlClient partner = partner();

    @BeforeEach
    void seed() {
        standIn.customer("c1");
    }

    @AfterEach
    void close() {
        standIn.close();
    }

    @Test
    void aCustomerIsCreatedByEmailAndCountry() {
        partner.sendVerificationMessageCode(new SendVerificationMessageCodeRequest()
                .withBody(new SendVerificationCodeV2Req()
                        .withReceiverType(2)
                        .withEmail(EMAIL)
                        .withLang("en-us")));
        var code = standIn.customers().codes().received(EMAIL).orElseThrow();

        var created = partner.createSubCustomer(new CreateSubCustomerRequest()
                .withBody(new CreateCustomerV2Req()
                        .withDomainName("new_customer01")
                        .withEmail(EMAIL)
                        .withVerificationCode(code)
                        .withDomainArea("MX")
                        .withXaccountId("u1")
                        .withXaccountType(CustomerBook.PLATFORM)
                        .withIsCloseMarketMs("true")
                        .withIncludeAssociationResult(true)));

        var listed = partner.listSubCustomers(new ListSubCustomersRequest()
                .withBody(new QuerySubCustomerListReq()
                        .withCustomerId(created.getDomainId())
                        .withAssociationType("3")));
        assertThat(listed.getCount()).isEqualTo(1);
        assertThat(listed.getCustomerInfos().get(0).getEmail()).isEqualTo(EMAIL);
        assertThat(partner.checkUserIdentity(new CheckUserIdentityRequest()
                                .withBody(new CheckSubcustomerUserReq()
                                        .withSearchType("email")
                                        .withSearchValue(EMAIL)))
                        .getCheckResult())
                .isEqualTo("used_by_user");
    }

    @Test
    void theCountryIsMandatory() {
        var refused = catchThrowableOfType(
                ClientRequestException.class,
                () -> partner.createSubCustomer(new CreateSubCustomerRequest()
                        .withBody(new CreateCustomerV2Req()
                                .withXaccountId("u1")
                                .withXaccountType(CustomerBook.PLATFORM))));

        assertThat(refused.getErrorCode()).isEqualTo("CBC.0100");
        assertThat(refused.getErrorMsg()).contains("domain_area");
    }

    @Test
    void realNamesAreAppliedForAndChanged() {
        standIn.customers().realname().passesAfter("c1", 0);

        partner.createPersonalRealnameAuth(new CreatePersonalRealnameAuthRequest()
                .withBody(new ApplyIndividualRealnameAuthsReq()
                        .withCustomerId("c1")
                        .withIdentifyType(0)
                        .withVerifiedType(3)
                        .withVerifiedFileUrl(List.of("passport.jpg", "face.jpg"))
                        .withName("Ana")
                        .withVerifiedNumber("P1")
                        .withXaccountType(CustomerBook.PLATFORM)));
        assertThat(result()).isEqualTo(2);

        var changed = partner.changeEnterpriseRealnameAuthentication(new ChangeEnterpriseRealnameAuthenticationRequest()
                .withBody(new ChangeEnterpriseRealnameAuthsReq()
                        .withCustomerId("c1")
                        .withIdentifyType(1)
                        .withVerifiedFileUrl(List.of("front.pdf", "back.pdf"))
                        .withCorpName("Ana S.A.")
                        .withVerifiedNumber("R1")
                        .withRegCountry("MX")
                        .withChangeType(1)
                        .withXaccountType(CustomerBook.PLATFORM)));
        assertThat(changed.getIsReview()).isEqualTo(1);
        assertThat(result()).isZero();
        assertThat(result()).isEqualTo(2);
    }

    @Test
    void aSecondApplicationIsRefused() {
        standIn.customers().realname().passesAtOnce("c1");
        var request = new CreateEnterpriseRealnameAuthenticationRequest()
                .withBody(new ApplyEnterpriseRealnameAuthsReq()
                        .withCustomerId("c1")
                        .withIdentifyType(1)
                        .withVerifiedFileUrl(List.of("front.pdf", "back.pdf"))
                        .withCorpName("Ana S.A.")
                        .withVerifiedNumber("R1")
                        .withXaccountType(CustomerBook.PLATFORM));

        assertThat(partner.createEnterpriseRealnameAuthentication(request).getIsReview())
                .isZero();
        var refused = catchThrowableOfType(
                ClientRequestException.class, () -> partner.createEnterpriseRealnameAuthentication(request));
        assertThat(refused.getErrorCode()).isEqualTo("CBC.99007188");
    }

    private Integer result() {
        return partner.showRealnameAuthenticationReviewResult(
                        new ShowRealnameAuthenticationReviewResultRequest().withCustomerId("c1"))
                .getReviewResult();
    }

    private BssintlClient partner() {
        var keys = standIn.partnerKeys();
        return BssintlClient.newBuilder()
                .withCredential(new GlobalCredentials()
                        .withAk(keys.accessKey())
                        .withSk(keys.secretKey())
                        .withDomainId(StandInPartnerApi.PARTNER))
                .withEndpoint(standIn.uri().toString())
                .withHttpConfig(HttpConfig.getDefaultHttpConfig().withIgnoreSSLVerification(true))
                .build();
    }
}
