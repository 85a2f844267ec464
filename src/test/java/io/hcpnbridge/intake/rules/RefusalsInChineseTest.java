package io.hcpnbridge.intake.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.ledger.BatchProblem;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.MappingSource;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.partner.settings.TestPartner;
import io.hcpnbridge.text.Language;
import io.hcpnbridge.text.Wording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an ERP is refused for, it is told in its language: all samples of refusals, and broken frames. */
class RefusalsInChineseTest {
    private static final MappingCatalog CATALOG =
            new MappingCatalog(new MappingSource(Path.of("mappings").toUri().toString()));
    private static final Wording ENGLISH = new Wording(Language.EN, StandardCharsets.UTF_8);
    private static final Wording CHINESE = new Wording(Language.ZH, StandardCharsets.UTF_8);
    private static final Wording WITHOUT_CHINESE = new Wording(Language.ZH, StandardCharsets.ISO_8859_1);

    static Stream<Path> samples() throws IOException {
        try (var files = Files.walk(Path.of("mappings"))) {
            return files
                    .filter(file -> file.getFileName().toString().matches("refused-.*\\.in\\..*"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void eachSampleOfARefusalIsToldInChinese(Path sample) throws IOException {
        var check = checked(
                sample.getParent().getParent().getFileName().toString(), form(sample), Files.readAllBytes(sample));

        assertToldInBoth(check);
    }

    @Test
    void aBrokenFrameIsToldInChinese() {
        for (var content : List.of(
                "",
                "{",
                "{\"interface\": 1}",
                "{\"interface\": \"orders.renew\", \"records\": {}}",
                "{\"interface\": \"orders.list\", \"tenant\": \"x\", \"batchNumber\": \"B\", \"records\": [1, {\"a\": 1}]}")) {
            assertToldInBoth(checked("orders.renew", Form.MESSAGE, content.getBytes(StandardCharsets.UTF_8)));
        }
        for (var content : List.of("", "H|", "X\r\n", "D\r\nT\r\n", "H\uFFFD\r\n")) {
            assertToldInBoth(checked("orders.renew", Form.FILE, content.getBytes(StandardCharsets.UTF_8)));
            assertToldInBoth(checked("bills.records", Form.FILE, content.getBytes(StandardCharsets.UTF_8)));
            assertToldInBoth(checked("customers.create", Form.FILE, content.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void assertToldInBoth(BatchCheck check) {
        var english = check.problems(ENGLISH);
        var chinese = check.problems(CHINESE);
        assertThat(english).isNotEmpty();
        assertThat(chinese)
                .extracting(BatchProblem::field)
                .isEqualTo(english.stream().map(BatchProblem::field).toList());
        assertThat(chinese).extracting(BatchProblem::rule).allMatch(rule -> rule.matches(".*\\p{IsHan}.*"));
        assertThat(english).extracting(BatchProblem::rule).noneMatch(rule -> rule.matches(".*\\p{IsHan}.*"));
        assertThat(check.problems(WITHOUT_CHINESE)).isEqualTo(english);
    }

    private static BatchCheck checked(String name, Form form, byte[] content) throws IllegalStateException {
        var mapping = CATALOG.current(name);
        var check =
                new BatchCheck(mapping, form, tenant -> Optional.empty(), TestPartner.with(), 100, new Problems(1_000));
        try {
            mapping.format(form).read(new ByteArrayInputStream(content), check);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return check;
    }

    private static Form form(Path sample) {
        return sample.toString().endsWith(".json") ? Form.MESSAGE : Form.FILE;
    }
}
