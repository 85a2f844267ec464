package io.hcpnbridge.mapping.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.mapping.format.CsvSettings;
import io.hcpnbridge.mapping.format.CsvSettings.Formulas;
import io.hcpnbridge.mapping.format.FileKind;
import io.hcpnbridge.mapping.format.FormatSettings;
import io.hcpnbridge.mapping.format.LineEnd;
import io.hcpnbridge.mapping.format.XmlSettings;
import io.hcpnbridge.mapping.problem.MappingException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatYamlTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void csvHasDefaultsThatASpreadsheetUnderstands() {
        assertThat(read(FileKind.CSV, "text-width: 100"))
                .isEqualTo(new CsvSettings(
                        Charset.forName("GB18030"), SHANGHAI, 100, LineEnd.CRLF, 4000, ',', '"', Formulas.QUOTED));
    }

    @Test
    void everythingOfCsvCanBeSet() {
        assertThat(
                        read(
                                FileKind.CSV,
                                "charset: UTF-8, zone: UTC, line-end: lf, max-line: 100, delimiter: tab, quote: \"'\", formulas: as-is"))
                .isEqualTo(new CsvSettings(
                        StandardCharsets.UTF_8, ZoneId.of("UTC"), 120, LineEnd.LF, 100, '\t', '\'', Formulas.AS_IS));
    }

    @Test
    void xmlIsInUtf8UnlessSetOtherwise() {
        assertThat(read(FileKind.XML, "")).isEqualTo(new XmlSettings(StandardCharsets.UTF_8, SHANGHAI, 120));
        assertThat(read(FileKind.XML, "charset: GBK").charset()).isEqualTo(Charset.forName("GBK"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FIXED_LENGTH|delimiter: ';'|unknown key delimiter, known are charset, lengths, line-end",
                "CSV|lengths: bytes|unknown key lengths, known are charset, delimiter, formulas, line-end",
                "XML|line-end: lf|unknown key line-end, known are charset, text-width, time, zone",
                "XML|max-line: 100|unknown key max-line",
                "CSV|delimiter: x|file.delimiter must be one of",
                "CSV|quote: q|file.quote must be one of",
                "CSV|formulas: maybe|file.formulas must be one of quoted, as-is",
                "XML|charset: UTF-16|file.charset must be a charset in which ASCII is single bytes",
            })
    void whatDoesNotBelongToTheKindIsRefused(FileKind kind, String settings, String message) {
        assertThatThrownBy(() -> read(kind, settings))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"FIXED_LENGTH, fixed length", "CSV, CSV", "XML, XML"})
    void theManualHasEveryKeyOfEveryKind(FileKind kind, String name) throws IOException {
        Pattern row = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (all|.*" + name + ".*?) \\|");

        assertThat(row.matcher(Files.readString(Path.of("mappings/README.md")))
                        .results()
                        .map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(FormatYaml.keys(kind));
    }

    private static FormatSettings read(FileKind kind, String settings) {
        byte[] yaml = ("file: {" + settings + "}\n").getBytes(StandardCharsets.UTF_8);
        return FormatYaml.read(
                YamlSection.of("x/interface.yaml", yaml, null).section("file", FormatYaml.keys(kind)), kind);
    }
}
