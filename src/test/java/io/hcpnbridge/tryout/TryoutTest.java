package io.hcpnbridge.tryout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --bridge.try}: a file alone, without settings, database, network or port. */
class TryoutTest {
    private static final Path RENEWALS = Path.of("mappings/orders.renew/samples");
    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    private Path folder;

    private record Told(int exitCode, String text) {}

    @Test
    void eachDocumentIsToldWithItsGenerationAndItsFirstCall() {
        var told = tried(RENEWALS.resolve("april.in.txt"));

        assertThat(told.exitCode()).isEqualTo(Tryout.WELL);
        assertThat(told.text())
                .startsWith("april.in.txt: orders.renew, a file of tenant acme, batch R-2024-0401, 4 documents\n")
                .contains(
                        """
                        line 4, document RN-2024-0003
                          generation  old: expireMode=2: only the old endpoint has a resource deleted at expiry
                          first call  renew-resources-old, a write, in the name of customer c0ffee0000000000000000000000001
                                      POST https://bss.myhuaweicloud.com/v1.0/c0ffee0000000000000000000000001/common/order-mgr/resources/renew
                                      {"resource_ids":["res-0004"],"period_type":2,"period_num":6,"expire_mode":2,"isAutoPay":0}
                          then        by the partner's answer
                        """)
                .contains("3 calls of renew-resources-new at least, at 10 a second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void thePageForWhoeverExtendsShowsWhatIsTold(String language) throws IOException {
        var page = Files.readString(Path.of("src/docs", language, "extend.md"));
        var told = tried(RENEWALS.resolve("april.in.txt")).text();

        var shown = page.split("--bridge\\.try=mappings/orders\\.renew/samples/april\\.in\\.txt\n```\n\n```text\n", -1)[
                1]
                .split("```", -1)[0];
        assertThat(told).contains(shown.split("⋯\n", -1));
    }

    @Test
    void whatWouldBeRefusedIsToldByLineFieldValueAndRule() {
        var told = tried(RENEWALS.resolve("refused-april.in.txt"), "--bridge.try-interface=orders.renew");

        assertThat(told.text())
                .startsWith("refused-april.in.txt: orders.renew, would be refused whole\n")
                .contains("  line 2: periodNum \"12\" must be at most 11 for periodType 2 (months)\n")
                .contains("  line 3: customerId is required\n")
                .doesNotContain("first call");
    }

    @Test
    void aFileThatIsRefusedAndIsNoSampleOfThatIsNotWell() throws IOException {
        var file = Files.copy(RENEWALS.resolve("refused-april.in.txt"), folder.resolve("april.txt"));

        assertThat(tried(file).exitCode()).isEqualTo(Tryout.PROBLEMS);
    }

    @Test
    void allSamplesAreAsTheirNamesSayAndTheMappingsFitWhatThePartnerAnswered() {
        var told = tried(Path.of("mappings"));

        assertThat(told.exitCode()).as(told.text()).isEqualTo(Tryout.WELL);
        assertThat(told.text().lines().filter(line -> line.endsWith(": all right")))
                .hasSize(17);
    }

    @Test
    void anInterfaceThatAsksThePartnerNothingMakesNoCall() {
        var told = tried(Path.of("mappings/sign-on.link/samples/customers.in.csv"));

        assertThat(told.exitCode()).as(told.text()).isEqualTo(Tryout.WELL);
        assertThat(told.text().lines()).contains("  no call     the adapter answers it by itself");
        assertThat(told.text()).doesNotContain("first call").doesNotContain("REFUSED");
    }

    @Test
    void whatTellsOfAPersonIsNotShownWhateverAMappingMakesOfIt() throws IOException {
        var samples = Path.of("mappings/customers.create/samples");
        var told = tried(samples.resolve("spring.in.xml"));

        assertThat(told.text()).contains("{\"search_type\":\"name\",\"search_value\":\"***\"}");
        var personal = Files.readString(samples.resolve("spring.in.xml"))
                .lines()
                .filter(line -> line.matches(" *<(name|email|mobile|verificationCode|domainName)>.+"))
                .map(line -> line.replaceAll("<[^>]*>", "").strip())
                .toList();
        assertThat(personal).isNotEmpty();
        assertThat(told.text()).doesNotContain(personal);
    }

    @Test
    void theGenerationThatIsWishedAndQuotasAreThoseOfTheSettings() {
        var told = tried(
                RENEWALS.resolve("april.in.txt"),
                "--partner.orders.generation=old",
                "--partner.site=international",
                "--partner.quotas.renew-resources-old=2");

        assertThat(told.text())
                .contains("POST https://bss-intl.myhuaweicloud.com/v1.0/")
                .contains("4 calls of renew-resources-old at least, at 2 a second: at least ");
    }

    @Test
    void aNumberIsToAMappingWhatItIsInTheRunningAdapter() {
        assertThat(tried(Path.of("mappings/orders.list/samples/first-quarter.in.txt"))
                        .text())
                .contains("&service_type_code=hws.service.type.ebs&status=5\n");
    }

    @Test
    void aFileThatLiesElsewhereNamesItsInterface() throws IOException {
        var file = Files.copy(RENEWALS.resolve("april.in.txt"), folder.resolve("any.txt"));

        assertThat(tried(file).text()).startsWith("any.txt: orders.renew, ");
    }

    @Test
    void aHostileFileBeginsNoLineOfItsOwn() throws IOException {
        var file = folder.resolve("hostile.txt");
        var sample = new String(Files.readAllBytes(RENEWALS.resolve("april.in.txt")), GB18030);
        Files.write(file, sample.replace("RN-2024-0002", "RN\u001b[31m-2024").getBytes(GB18030));

        var told = tried(file);

        assertThat(told.exitCode()).isEqualTo(Tryout.PROBLEMS);
        assertThat(told.text()).doesNotContain("\u001b").contains("\\u001B");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--bridge.try=no-such-file.txt | no-such-file.txt does not exist",
                "--bridge.try= | Nothing is named. Write --bridge.try=FILE, or a folder of samples.",
                "--bridge.try=src/main/java | src/main/java has no batches",
                "--bridge.try=pom.xml | pom.xml: neither its folder nor its header names an interface",
                "--bridge.try=pom.xml --bridge.try-interface=orders.renw | there is no interface orders.renw; write orders.renew if that is meant",
                "--bridge.try=pom.xml --bridge.try-report2=x | --bridge.try-report2 is not an option of a try: did you mean bridge.try-report?",
                "--bridge.try=pom.xml other.xml | other.xml is no option",
            })
    void whatCannotBeTriedIsSaidInASentence(String arguments, String sentence) {
        var told = run(arguments.split(" ", -1));

        assertThat(told.exitCode()).isEqualTo(Tryout.UNUSABLE);
        assertThat(told.text()).contains(sentence).doesNotContain("Exception");
    }

    @Test
    void continuousIntegrationGetsAReportOfJUnit() throws Exception {
        var broken = Files.copy(RENEWALS.resolve("refused-april.in.txt"), folder.resolve("april.txt"));
        var report = folder.resolve("report.xml");

        var good = Files.copy(RENEWALS.resolve("april.in.txt"), folder.resolve("good.txt"));
        run("--bridge.try=" + broken + "," + good, "--bridge.try-report=" + report);

        var suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getDocumentElement();
        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
                .contains("line 3: customerId is required");
    }

    private static Told tried(Path path, String... options) {
        var arguments = new String[options.length + 1];
        arguments[0] = "--bridge.try=" + path;
        System.arraycopy(options, 0, arguments, 1, options.length);
        return run(arguments);
    }

    private static Told run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var exitCode = Tryout.run(new PrintStream(out, true, UTF_8), arguments);
        return new Told(exitCode, out.toString(UTF_8));
    }
}
