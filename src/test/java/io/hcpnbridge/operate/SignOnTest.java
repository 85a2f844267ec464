package io.hcpnbridge.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.hcpnbridge.rehearsal.FreePort;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Login with the company's identity provider, and those who would rather be somebody else. */
class SignOnTest {
    private static final String BEGIN = "/oauth2/authorization/oidc";

    private static CompanyLogin company;
    private static RunningConsole console;

    @BeforeAll
    static void start() throws Exception {
        var port = FreePort.find();
        var address = "http://127.0.0.1:" + port;
        company = CompanyLogin.start(address, 0)
                .person("li.wei", "erp-desk")
                .person("vera", "auditors")
                .person("ada", "auditors", "erp-desk", "finance")
                .person("guest", "canteen")
                .person("nobody")
                .person(RunningConsole.USER.toUpperCase(java.util.Locale.ROOT), "finance")
                .person("<b>bold</b>", "finance");
        console = RunningConsole.over(RunningConsole.PARCELS, arguments(port, address, company.issuer()));
    }

    static String[] arguments(int port, String address, String issuer) {
        return new String[] {
            "--server.port=" + port,
            "--desk.oidc.issuer=" + issuer,
            "--desk.oidc.client-id=" + CompanyLogin.CLIENT,
            "--desk.oidc.client-secret=" + CompanyLogin.SECRET,
            "--desk.oidc.public-address=" + address,
            "--desk.oidc.label=Company login",
            "--desk.oidc.viewers=auditors",
            "--desk.oidc.operators=erp-desk",
            "--desk.oidc.administrators=finance"
        };
    }

    @AfterAll
    static void stop() {
        console.close();
        company.close();
    }

    @AfterEach
    void tellTheTruthAgain() {
        company.honest();
    }

    @ParameterizedTest
    @CsvSource({"vera,/desk,VIEWER", "li.wei,/actuator/hawtio/,OPERATOR", "ada,/actuator/hawtio/,ADMINISTRATOR"})
    void aPersonHasTheHighestRoleOfItsGroups(String person, String inside, String role) throws Exception {
        var browser = new OperatorClient(console);

        var end = signOn(browser, person);

        assertThat(end.statusCode()).isEqualTo(200);
        assertThat(end.body()).contains("content=\"0;url=" + inside + "\"", "您已登录");
        var mayOperate = !role.equals("VIEWER");
        assertThat(browser.get("/actuator/hawtio/user").statusCode()).isEqualTo(mayOperate ? 200 : 403);
        if (mayOperate) {
            assertThat(browser.get("/actuator/hawtio/user").body()).isEqualTo("\"" + person + "\"");
        }
    }

    @Test
    void theLoginPageLeadsThereAndTheFormStillWorks() throws Exception {
        var browser = new OperatorClient(console);
        assertThat(browser.get("/login").body())
                .contains("href=\"" + BEGIN + "\"", "Company login", "name=\"password\"");
        assertThat(browser.login(RunningConsole.USER, RunningConsole.PASSWORD)
                        .headers()
                        .firstValue("Location"))
                .hasValue("/actuator/hawtio/");
        assertThat(browser.get("/actuator/hawtio/auth/logout").headers().firstValue("Location"))
                .hasValue("/login?logout");
    }

    @Test
    void whoLogsOutHereIsLoggedOutThere() throws Exception {
        var browser = new OperatorClient(console);
        signOn(browser, "li.wei");

        var goodbye = URI.create(browser.get("/actuator/hawtio/auth/logout")
                .headers()
                .firstValue("Location")
                .orElseThrow());

        assertThat(goodbye.toString()).startsWith(company.issuer() + "/logout?");
        assertThat(CompanyLogin.parameters(goodbye.getRawQuery()))
                .containsEntry(
                        "post_logout_redirect_uri", console.at("/login?logout").toString())
                .containsKey("id_token_hint");
        assertThat(browser.get("/actuator/hawtio/").statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"guest", "nobody"})
    void whoIsInNoneOfTheGroupsStaysOutside(String person) throws Exception {
        assertThat(refused(signOn(new OperatorClient(console), person))).contains("none of the groups", "用户组");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OLGA", "<b>bold</b>"})
    void nobodyIsCalledLikeALoginThatIsConfiguredOrLikeNothingThatCanStandInAnAudit(String person) throws Exception {
        assertThat(refused(signOn(new OperatorClient(console), person)))
                .contains("Your name cannot be used")
                .doesNotContain("bold");
    }

    static List<Consumer<JWTClaimsSet.Builder>> lies() {
        return List.of(
                claims -> claims.issuer("https://login.example.org"),
                claims -> claims.audience("another application"),
                claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(300))),
                claims -> claims.claim("nonce", "of another sign-on, seen somewhere"),
                claims -> claims.claim("nonce", null),
                claims -> claims.subject(null));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void aTokenThatIsNotForThisSignOnLetsNobodyIn(Consumer<JWTClaimsSet.Builder> lie) throws Exception {
        company.lying(lie);
        refused(signOn(new OperatorClient(console), "ada"));
    }

    @Test
    void aTokenThatTheProviderHasNotSignedLetsNobodyIn() throws Exception {
        company.signingWithForeignKey();
        refused(signOn(new OperatorClient(console), "ada"));
    }

    @Test
    void anAnswerThatThisBrowserHasNotAskedForLetsNobodyIn() throws Exception {
        var attacker = new OperatorClient(console);
        var back = company.agree(begin(attacker), "ada");
        refused(new OperatorClient(console).get(path(back)));

        var victim = new OperatorClient(console);
        begin(victim);
        refused(victim.get(path(back)));
        assertThat(victim.get("/actuator/hawtio/").statusCode()).isEqualTo(302);
    }

    @Test
    void anAnswerWorksOnce() throws Exception {
        var browser = new OperatorClient(console);
        var back = company.agree(begin(browser), "ada");
        assertThat(browser.get(path(back)).statusCode()).isEqualTo(200);
        refused(new OperatorClient(console).get(path(back)));
        refused(browser.get(path(back)));
    }

    @Test
    void theProvidersErrorIsNotRepeated() throws Exception {
        var browser = new OperatorClient(console);
        var state = CompanyLogin.parameters(begin(browser).getRawQuery()).get("state");
        var told = browser.get("/login/oauth2/code/oidc?error=%3Cscript%3E&error_description=come+closer&state="
                + java.net.URLEncoder.encode(state, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(refused(told)).doesNotContain("script", "closer");
    }

    @Test
    void aStrangerWhoBeginsGetsNoSession() throws Exception {
        var before = console.sessions();
        for (int i = 0; i < 20; i++) {
            begin(new OperatorClient(console));
            new OperatorClient(console).get("/login/oauth2/code/oidc?code=x&state=y");
        }
        assertThat(console.sessions()).isEqualTo(before);
    }

    @Test
    void withoutTheProviderTheAdapterStartsAndTheFormWorksAndItIsAskedAgainLater() throws Exception {
        var port = FreePort.find();
        var address = "http://127.0.0.1:" + port;
        var providersPort = FreePort.find();
        try (var alone = RunningConsole.over(
                RunningConsole.PARCELS, arguments(port, address, "http://localhost:" + providersPort))) {
            var browser = new OperatorClient(alone);
            assertThat(browser.get(BEGIN).statusCode()).isEqualTo(503);
            assertThat(browser.get(BEGIN).body()).contains("cannot be reached", "无法连接");
            OperatorClient.loggedInTo(alone);

            try (var back = CompanyLogin.start(address, providersPort).person("li.wei", "erp-desk")) {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> browser.get(BEGIN).statusCode() == 302);
                var sent = browser.get(BEGIN).headers().firstValue("Location").orElseThrow();
                assertThat(browser.get(path(back.agree(URI.create(sent), "li.wei")))
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void aForeignPageCannotBeginWithAPost() throws Exception {
        var answer = new OperatorClient(console).send("POST", "/login/oauth2/code/oidc?code=x&state=y", "", Map.of());
        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
    }

    private static HttpResponse<String> signOn(OperatorClient browser, String person) throws Exception {
        return browser.get(path(company.agree(begin(browser), person)));
    }

    private static URI begin(OperatorClient browser) throws Exception {
        var sent = browser.get(BEGIN);
        assertThat(sent.statusCode()).isEqualTo(302);
        return URI.create(sent.headers().firstValue("Location").orElseThrow());
    }

    private static String path(URI back) {
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    private static String refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
        return answer.body();
    }
}
