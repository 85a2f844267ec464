package io.hcpnbridge.endtoend.signon;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.MountedSecret;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.signon.Certified;
import io.hcpnbridge.standin.signon.PartnerCloud;
import io.hcpnbridge.standin.signon.PartnerLogin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Keys of both sides change while customers sign on: nobody restarts anything, and nobody is turned away. */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangedFilesTest {
    private static final Pattern CERTIFICATE = Pattern.compile("X509Certificate>([^<]+)<");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();

    private Doorstep doorstep;
    private PartnerLogin partner;
    private Path key;
    private Path certificate;
    private Path other;
    private MountedSecret metadata;

    @BeforeAll
    void start() throws Exception {
        doorstep = Doorstep.open(surroundings -> {
            key = Path.of(surroundings.property("sign-on.key-file"));
            certificate = Path.of(surroundings.property("sign-on.certificate-file"));
            other = surroundings.folder().resolve("comes-and-goes.crt");
            surroundings.set("sign-on.other-certificate-file", other.toString());
            metadata = MountedSecret.in(
                    surroundings.folder().resolve("mounted"),
                    Map.of("partner.xml", read(surroundings.property("sign-on.partner-metadata-file"))));
            surroundings.set(
                    "sign-on.partner-metadata-file",
                    metadata.file("partner.xml").toString());
        });
        partner = doorstep.partner();
        partner.bind(Surroundings.PLATFORM, "user-1", "bound-before");
    }

    @AfterAll
    void stop() {
        doorstep.close();
    }

    @Test
    void theKeyOfAssertionsChangesInTheStepsOfTheManual() throws Exception {
        var before = Files.readString(certificate);
        var next = Certified.of("sso.erp.example");
        assertThat(certificates()).containsExactly(base64(before));
        assertThat(signer("K-1")).isEqualTo(base64(before));

        Files.writeString(other, next.certificatePem());
        await(base64(before), next.certificateBase64());
        upload();
        assertThat(signer("K-2")).isEqualTo(base64(before));

        Files.writeString(key, next.keyPem());
        Files.writeString(certificate, next.certificatePem());
        Files.writeString(other, before);
        await(next.certificateBase64(), base64(before));
        assertThat(signer("K-3")).isEqualTo(next.certificateBase64());

        Files.delete(other);
        await(next.certificateBase64());
        upload();
        assertThat(signer("K-4")).isEqualTo(next.certificateBase64());
        assertThat(partner.refused()).isEmpty();
    }

    @Test
    void aKeyThatDoesNotFitItsCertificateIsNotTaken(CapturedOutput output) throws Exception {
        var before = certificates();
        var keyBefore = Files.readString(key);
        Files.writeString(key, Certified.of("sso.erp.example").keyPem());
        Awaitility.await().atMost(PATIENCE).until(() -> output.getOut()
                .contains(
                        "sign-on.certificate-file is not of the key in key-file; what was there before stays in use"));

        assertThat(signer("K-5")).isEqualTo(before.get(0));
        Files.writeString(key, keyBefore);
    }

    @Test
    void thePartnersNewMetadataAreTakenAndBrokenOnesAreNot(CapturedOutput output) throws Exception {
        var before = partner.cloud();
        var next = new PartnerCloud(partner.address(), Certified.of("auth.partner.example"));
        assertThat(answer(before)).isEqualTo(403);
        assertThat(answer(next)).isEqualTo(400);

        metadata.update(Map.of("partner.xml", next.metadata().substring(0, 700)));
        Awaitility.await().atMost(PATIENCE).until(() -> told(output) == 1);
        assertThat(answer(before)).isEqualTo(403);
        assertThat(answer(next)).isEqualTo(400);

        metadata.update(Map.of("partner.xml", next.metadata()));
        Awaitility.await().atMost(PATIENCE).until(() -> answer(next) == 403);
        assertThat(answer(before)).isEqualTo(400);
        assertThat(partner.notify(Surroundings.PLATFORM, before.notice("{}"))).isEqualTo(400);

        metadata.update(Map.of("partner.xml", before.metadata()));
        Awaitility.await().atMost(PATIENCE).until(() -> answer(before) == 403);
        assertThat(told(output)).isOne();
        assertThat(signer("K-6")).isNotBlank();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long told(CapturedOutput output) {
        return output.getOut()
                .lines()
                .filter(line -> line.endsWith(
                        "sign-on.partner-metadata-file is no SAML metadata; what was there before stays in use"))
                .count();
    }

    /** What a browser without a link hears: 403 if the request is taken to be the partner's, 400 if not. */
    private int answer(PartnerCloud cloud) throws Exception {
        var login = doorstep.portal() + "/saml/acme/login";
        var request = cloud.sent(cloud.signOn(login, Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        return http.send(
                        HttpRequest.newBuilder(URI.create(login + "?" + request.query()))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private void upload() throws Exception {
        partner.upload(Surroundings.PLATFORM, doorstep.portal() + "/saml/acme");
    }

    private void await(String... certificates) {
        Awaitility.await().atMost(PATIENCE).until(() -> certificates().equals(List.of(certificates)));
    }

    private List<String> certificates() throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(doorstep.portal() + "/saml/acme/metadata.xml"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return CERTIFICATE
                .matcher(answer.body())
                .results()
                .map(found -> found.group(1).replaceAll("\\s", ""))
                .toList();
    }

    /** Somebody signs on and arrives; gives the certificate that stands in the assertion. */
    private String signer(String document) throws Exception {
        var link = ErpMessage.user(doorstep.bridge(), document, "SIGN-ON", "user-1", "console")
                .path("link")
                .asText();
        var browser = new CustomerBrowser();
        var handover = browser.open(link);
        var response = new String(
                Base64.getDecoder().decode(CustomerBrowser.fields(handover).get("SAMLResponse")),
                StandardCharsets.UTF_8);
        assertThat(browser.press(handover).body()).contains("bound-before");
        var found = CERTIFICATE.matcher(response);
        assertThat(found.find()).isTrue();
        return found.group(1).replaceAll("\\s", "");
    }

    private static String base64(String pem) {
        return pem.replaceAll("-----[A-Z ]+-----|\\s", "");
    }
}
