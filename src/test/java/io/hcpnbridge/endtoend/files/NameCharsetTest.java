package io.hcpnbridge.endtoend.files;

import static io.hcpnbridge.endtoend.files.Documents.detail;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.Bridge;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.OpenSsh;
import io.hcpnbridge.rehearsal.Surroundings;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** File names in GBK on an OpenSSH server: used as they are where that is set, answered readably where it is not. */
@EnabledIf("io.hcpnbridge.rehearsal.OpenSsh#isInstalled")
class NameCharsetTest {
    private static final String DETAIL = "orders.detail";
    private static final String IN_OCTAL = "\\266\\251\\265\\245.txt";

    private final Surroundings surroundings = Surroundings.start();
    private final OpenSsh server = OpenSsh.start(surroundings);
    private final ErpFormat format = ErpFormat.of(DETAIL);

    @AfterEach
    void close() {
        server.close();
        surroundings.close();
    }

    @Test
    void aNameInGbkIsAnsweredInGbk() throws IOException {
        surroundings.set("erp.sftp.name-charset", "GBK");
        surroundings.partner().customer("c1");
        surroundings.partner().order("c1", order -> order.id("CS1"));
        try (var bridge = Bridge.start(surroundings)) {
            drop(format.batch("GBK", List.of(detail("GBK1", "CS1"))));

            awaitFile("outbound/" + DETAIL, gbk("订单.txt.answer"));
            awaitFile("inbound/" + DETAIL + "/.done", gbk("订单.txt"));
            assertThat(bridge.console()).isNotNull();
        }
    }

    @Test
    void whereItIsNotSetTheAnswerTellsTheCharsetAndShowsTheBytes() throws IOException {
        try (var bridge = Bridge.start(surroundings)) {
            drop(format.batch("GBK", List.of(detail("GBK2", "CS1"))));

            awaitFile("outbound/" + DETAIL, "%B6%A9%B5%A5.txt.answer");
            awaitFile("inbound/" + DETAIL + "/.refused", "%B6%A9%B5%A5.txt");
            var refusal = Refusal.read(
                    format,
                    Files.readAllBytes(server.home().resolve("outbound/" + DETAIL + "/%B6%A9%B5%A5.txt.answer")));
            assertThat(refusal.problems())
                    .anySatisfy(problem -> assertThat(problem.rule()).contains("is not in charset UTF-8"));
            assertThat(bridge.console()).isNotNull();
        }
    }

    private void drop(byte[] content) throws IOException {
        var folder = server.home().resolve("inbound/" + DETAIL);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.isDirectory(folder));
        Files.write(server.home().resolve("content"), content);
        server.shell("mv content \"inbound/" + DETAIL + "/$(printf '" + IN_OCTAL + "')\"");
    }

    private void awaitFile(String folder, String name) {
        Awaitility.await(name)
                .atMost(Duration.ofSeconds(60))
                .until(() -> server.shell("ls -N " + folder).lines().anyMatch(name::equals));
    }

    /** One character for each byte. */
    private static String gbk(String name) {
        return new String(name.getBytes(Charset.forName("GBK")), StandardCharsets.ISO_8859_1);
    }
}
