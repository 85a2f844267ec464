package io.hcpnbridge.mappings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.Samples;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples are what an ERP would write. */
class SamplesTest {
    private static final String REFUSED = "refused-";

    static Stream<Path> samples() {
        return Samples.in(Path.of("mappings")).stream().map(Samples.Sample::in).distinct();
    }

    static Stream<Path> goodSamples() {
        return samples().filter(sample -> !name(sample).startsWith(REFUSED));
    }

    static Stream<Path> fixedLengthSamples() {
        return goodSamples().filter(sample -> FormatFile.of(iface(sample)).isFixedLength() && !isMessage(sample));
    }

    static Stream<Path> badSamples() {
        return samples().filter(sample -> name(sample).startsWith(REFUSED));
    }

    static Stream<String> interfaces() {
        return ShippedMapping.CATALOG.interfaces().stream();
    }

    @ParameterizedTest
    @MethodSource("goodSamples")
    void aSampleIsTakenInWhole(Path sample) throws IOException {
        ReadBatch batch = read(sample);

        assertThat(batch.problems).isEmpty();
        assertThat(batch.header.get("interface").textValue()).isEqualTo(iface(sample));
        assertThat(batch.header.get("tenant").textValue()).isIn("acme", "summit");
        if (batch.trailer == null) {
            assertThat(isMessage(sample)).isTrue();
            return;
        }
        assertThat(batch.trailer.get("count").intValue()).isEqualTo(batch.records.size());
        if (batch.trailer.has("periodTotal")) {
            assertThat(batch.records.stream()
                            .mapToInt(record -> record.get("periodNum").intValue())
                            .sum())
                    .isEqualTo(batch.trailer.get("periodTotal").intValue());
        }
    }

    @ParameterizedTest
    @MethodSource("badSamples")
    void aRefusedSampleHasMoreThanOneProblem(Path sample) throws IOException {
        assertThat(read(sample).problems).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource("goodSamples")
    void aSampleIsStrictlyInItsCharset(Path sample) throws IOException {
        Charset charset =
                isMessage(sample) ? UTF_8 : ErpFormat.of(iface(sample)).charset();
        charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(Files.readAllBytes(sample)));
    }

    @ParameterizedTest
    @MethodSource("fixedLengthSamples")
    void aFixedLengthSampleHasLinesOfOneLengthWithCrlf(Path sample) throws IOException {
        String columns = Files.readString(sample, StandardCharsets.ISO_8859_1);

        assertThat(columns).endsWith("\r\n");
        assertThat(columns.split("\r\n", -1))
                .filteredOn(line -> !line.isEmpty())
                .extracting(String::length)
                .containsOnly(FormatFile.of(iface(sample)).stream("batch")
                        .get("record")
                        .length());
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void documentNumbersAreUniqueOverAllSamplesOfAnInterface(String iface) throws IOException {
        List<String> documents = new ArrayList<>();
        for (Path sample :
                goodSamples().filter(file -> iface(file).equals(iface)).toList()) {
            for (ObjectNode record : read(sample).records) {
                documents.add(record.get("document").textValue());
            }
        }

        assertThat(documents).isNotEmpty().doesNotHaveDuplicates().anyMatch(SamplesTest::isChinese);
    }

    private static ReadBatch read(Path sample) throws IOException {
        return ReadBatch.of(iface(sample), isMessage(sample) ? Form.MESSAGE : Form.FILE, Files.readAllBytes(sample));
    }

    private static boolean isMessage(Path sample) {
        return name(sample).endsWith(".json");
    }

    private static boolean isChinese(String document) {
        return document.codePoints().anyMatch(Character::isIdeographic);
    }

    private static String iface(Path sample) {
        return sample.getParent().getParent().getFileName().toString();
    }

    private static String name(Path sample) {
        return sample.getFileName().toString();
    }
}
