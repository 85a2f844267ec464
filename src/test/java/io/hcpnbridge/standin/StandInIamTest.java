package io.hcpnbridge.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.huaweicloud.sdk.core.auth.GlobalCredentials;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.core.http.HttpConfig;
import com.huaweicloud.sdk.iam.v3.IamClient;
import com.huaweicloud.sdk.iam.v3.model.AgencyAuth;
import com.huaweicloud.sdk.iam.v3.model.AgencyAuthIdentity;
import com.huaweicloud.sdk.iam.v3.model.AgencyTokenAssumerole;
import com.huaweicloud.sdk.iam.v3.model.AgencyTokenAuth;
import com.huaweicloud.sdk.iam.v3.model.AgencyTokenIdentity;
import com.huaweicloud.sdk.iam.v3.model.AgencyTokenScope;
import com.huaweicloud.sdk.iam.v3.model.AgencyTokenScopeDomain;
import com.huaweicloud.sdk.iam.v3.model.AgencyTokenScopeProject;
import com.huaweicloud.sdk.iam.v3.model.AuthScope;
import com.huaweicloud.sdk.iam.v3.model.AuthScopeDomain;
import com.huaweicloud.sdk.iam.v3.model.CreateTemporaryAccessKeyByAgencyRequest;
import com.huaweicloud.sdk.iam.v3.model.CreateTemporaryAccessKeyByAgencyRequestBody;
import com.huaweicloud.sdk.iam.v3.model.IdentityAssumerole;
import com.huaweicloud.sdk.iam.v3.model.KeystoneCreateAgencyTokenRequest;
import com.huaweicloud.sdk.iam.v3.model.KeystoneCreateAgencyTokenRequestBody;
import com.huaweicloud.sdk.iam.v3.model.KeystoneCreateUserTokenByPasswordRequest;
import com.huaweicloud.sdk.iam.v3.model.KeystoneCreateUserTokenByPasswordRequestBody;
import com.huaweicloud.sdk.iam.v3.model.PwdAuth;
import com.huaweicloud.sdk.iam.v3.model.PwdIdentity;
import com.huaweicloud.sdk.iam.v3.model.PwdPassword;
import com.huaweicloud.sdk.iam.v3.model.PwdPasswordUser;
import com.huaweicloud.sdk.iam.v3.model.PwdPasswordUserDomain;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.state.Keys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** IAM as the official client sees it, and what its credentials are worth at the gateway. */
class StandInIamTest {
    private static final String AGENCY = "ACME_ERP";
    private static final String RENEWAL =
            "{\"resource_ids\":[\"r1\"],\"period_type\":2,\"period_num\":1,\"is_auto_pay\":1}";
    private static final String RENEW = "/v2/orders/subscriptions/resources/renew";

    private final StandInPartnerApi standIn = new StandInPartnerApi().start();

    @BeforeEach
    void seed() {
        standIn.customer("c1");
        standIn.resource("c1", "r1", resource -> resource);
        standIn.iam().authorise("c1", AGENCY);
        standIn.iam().user(StandInPartnerApi.PARTNER, "acme-corp", "api", "secret");
    }

    @AfterEach
    void close() {
        standIn.close();
    }

    @Test
    void temporaryKeysRenewUntilTheyExpire() throws Exception {
        var given = keys("c1", AGENCY, 900);

        assertThat(renew(given).status()).isEqualTo(200);
        standIn.clock().ahead(Duration.ofMinutes(16));
        assertThat(new SignedClient(standIn.uri(), given)
                        .at(standIn.clock().instant())
                        .post(RENEW, RENEWAL)
                        .text())
                .contains("APIGW.0301", "token expires");
    }

    @Test
    void temporaryKeysNeedTheirSecurityToken() throws Exception {
        var given = keys("c1", AGENCY, 900);

        var without = new Keys(given.accessKey(), given.secretKey(), null);
        assertThat(new SignedClient(standIn.uri(), without).post(RENEW, RENEWAL).code())
                .isEqualTo("APIGW.0301");
    }

    @Test
    void aRevokedAgencyEndsWhatItGave() throws Exception {
        var given = keys("c1", AGENCY, 900);
        standIn.iam().revoke("c1");

        assertThat(renew(given).code()).isEqualTo("APIGW.0301");
        assertThat(refusal("c1", AGENCY, 900).getHttpStatusCode()).isEqualTo(403);
    }

    @Test
    void onlyTheCustomersOwnPartnerWithTheRightAgencyActsForIt() {
        standIn.partner("0fake00partner00000000000000000b");
        standIn.customerOf("0fake00partner00000000000000000b", "c2", customer -> customer);
        standIn.iam().authorise("c2", AGENCY);

        assertThat(refusal("c2", AGENCY, 900).getHttpStatusCode()).isEqualTo(403);
        assertThat(refusal("c1", "another", 900).getHttpStatusCode()).isEqualTo(403);
        assertThat(refusal("nobody", AGENCY, 900).getHttpStatusCode()).isEqualTo(404);
        assertThat(refusal("c1", AGENCY, 60).getHttpStatusCode()).isEqualTo(400);
    }

    @Test
    void tokensOfCustomersAreForOneProjectOrTheAccount() throws Exception {
        var account = agencyToken(new AgencyTokenScope().withDomain(new AgencyTokenScopeDomain().withId("c1")));
        var project = agencyToken(new AgencyTokenScope().withProject(new AgencyTokenScopeProject().withId("p1")));

        assertThat(account.getToken().getDomain().getId()).isEqualTo("c1");
        assertThat(project.getToken().getProject().getId()).isEqualTo("p1");
        standIn.tokens().accountOnly(Api.NEW_RENEW);
        assertThat(renewByToken(project.getXSubjectToken()).statusCode()).isEqualTo(403);
        assertThat(renewByToken(account.getXSubjectToken()).statusCode()).isEqualTo(200);
        assertThat(renewByToken("made up").body()).contains("decrypt token fail");
        standIn.iam().expireAll();
        assertThat(renewByToken(account.getXSubjectToken()).body()).contains("token expires");
    }

    @Test
    void aPasswordGivesATokenUntilTheUserIsLocked() {
        assertThat(client().keystoneCreateUserTokenByPassword(password("secret"))
                        .getXSubjectToken())
                .startsWith("IamToken");
        for (int i = 0; i < 5; i++) {
            var wrong = catchThrowableOfType(
                    ClientRequestException.class, () -> client().keystoneCreateUserTokenByPassword(password("wrong")));
            assertThat(wrong.getHttpStatusCode()).isEqualTo(401);
        }
        var locked = catchThrowableOfType(
                ClientRequestException.class, () -> client().keystoneCreateUserTokenByPassword(password("secret")));
        assertThat(locked.getErrorMsg()).contains("locked");
        standIn.clock().ahead(Duration.ofMinutes(16));
    }

    private SignedClient.Answer renew(Keys keys) throws IOException, InterruptedException {
        return new SignedClient(standIn.uri(), keys).post(RENEW, RENEWAL);
    }

    private HttpResponse<String> renewByToken(String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(standIn.uri() + RENEW))
                .header("X-Auth-Token", token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(RENEWAL));
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private ClientRequestException refusal(String customer, String agency, int seconds) {
        return catchThrowableOfType(ClientRequestException.class, () -> keys(customer, agency, seconds));
    }

    private Keys keys(String customer, String agency, int seconds) {
        var identity = new AgencyAuthIdentity()
                .withMethods(List.of(AgencyAuthIdentity.MethodsEnum.ASSUME_ROLE))
                .withAssumeRole(new IdentityAssumerole()
                        .withDomainId(customer)
                        .withAgencyName(agency)
                        .withDurationSeconds(seconds));
        var given = client().createTemporaryAccessKeyByAgency(new CreateTemporaryAccessKeyByAgencyRequest()
                        .withBody(new CreateTemporaryAccessKeyByAgencyRequestBody()
                                .withAuth(new AgencyAuth().withIdentity(identity))))
                .getCredential();
        assertThat(given.getExpiresAt()).endsWith("000000Z");
        return new Keys(given.getAccess(), given.getSecret(), given.getSecuritytoken());
    }

    private com.huaweicloud.sdk.iam.v3.model.KeystoneCreateAgencyTokenResponse agencyToken(AgencyTokenScope scope) {
        var identity = new AgencyTokenIdentity()
                .withMethods(List.of(AgencyTokenIdentity.MethodsEnum.ASSUME_ROLE))
                .withAssumeRole(new AgencyTokenAssumerole().withDomainId("c1").withAgencyName(AGENCY));
        return client().keystoneCreateAgencyToken(new KeystoneCreateAgencyTokenRequest()
                .withBody(new KeystoneCreateAgencyTokenRequestBody()
                        .withAuth(new AgencyTokenAuth().withIdentity(identity).withScope(scope))));
    }

    private static KeystoneCreateUserTokenByPasswordRequest password(String password) {
        var user = new PwdPasswordUser()
                .withDomain(new PwdPasswordUserDomain().withName("acme-corp"))
                .withName("api")
                .withPassword(password);
        var identity = new PwdIdentity()
                .withMethods(List.of(PwdIdentity.MethodsEnum.PASSWORD))
                .withPassword(new PwdPassword().withUser(user));
        return new KeystoneCreateUserTokenByPasswordRequest()
                .withBody(new KeystoneCreateUserTokenByPasswordRequestBody()
                        .withAuth(new PwdAuth()
                                .withIdentity(identity)
                                .withScope(new AuthScope().withDomain(new AuthScopeDomain().withName("acme-corp")))));
    }

    private IamClient client() {
        var keys = standIn.partnerKeys();
        return IamClient.newBuilder()
                .withCredential(new GlobalCredentials()
                        .withAk(keys.accessKey())
                        .withSk(keys.secretKey())
                        .withDomainId(StandInPartnerApi.PARTNER))
                .withEndpoints(List.of(standIn.uri().toString()))
                .withHttpConfig(HttpConfig.getDefaultHttpConfig())
                .build();
    }
}
