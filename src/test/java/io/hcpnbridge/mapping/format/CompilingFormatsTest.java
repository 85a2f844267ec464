package io.hcpnbridge.mapping.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.mapping.MappingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompilingFormatsTest {
    private static final String XML = new String(TestFormats.xml(), StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<stream name=\"batch\"|<strem name=\"batch\"|, line 19: <strem> is not allowed here",
                "<record name=\"header\" class=\"map\">|<record name=\"header\" class=\"java.util.Properties\">|"
                        + ", line 20: class must be map",
                "class=\"io.hcpnbridge.mapping.format.WholeNumberHandler\"|class=\"javax.swing.JEditorPane\"|"
                        + ", line 17: the class javax.swing.JEditorPane is not one of the type handlers",
                "class=\"io.hcpnbridge.mapping.format.WholeNumberHandler\"|class=\"io.hcpnbridge.mapping.format.AnswerWriter\"|"
                        + ", line 17: the class io.hcpnbridge.mapping.format.AnswerWriter is not one of",
                "<field name=\"interface\" length=\"16\"|<field name=\"interface\" length=\"16\" type=\"double\"|"
                        + ", line 22: type double is not supported: name a typeHandler instead",
                "<field name=\"interface\" length=\"16\"|<field name=\"interface\" lenght=\"16\"|, line 22: ",
                "<field name=\"interface\" length=\"16\"|<field name=\"interface\"|"
                        + ", line 22: Invalid field 'interface', in record 'header', in stream 'batch': length required",
                "typeHandler=\"cents\" justify=\"right\"|typeHandler=\"cent\" justify=\"right\"|, line 33: Invalid field 'price', in record 'record', in stream 'batch': No configured type handler named 'cent'",
                "typeHandler=\"cents\" justify=\"right\"|typeHandler=\"cents\" justify=\"left\"|"
                        + "a filler other than the blank needs justify=\"right\"",
                "<property name=\"scale\" value=\"2\"/>|<property name=\"scale\" value=\"two\"/>|mappings/x/format.xml",
                "<property name=\"scale\" value=\"2\"/>|<property name=\"scale\" value=\"-7\"/>|"
                        + "type handler: scale must be between 0 and 30",
                "<property name=\"pattern\" value=\"yyyyMMdd\"/>|<property name=\"pattern\" value=\"yyyybb\"/>|type handler: ",
                "value=\"${zone}\"|value=\"${land}\"|mappings/x/format.xml",
                "</beanio>|<record>|, line 101: ",
                "<stream name=\"refusal\"|<stream name=\"refuse\"|stream refusal is missing",
                "<field name=\"tenant\" length=\"10\" required=\"true\"/>|<field name=\"who\" length=\"10\"/>|"
                        + "stream batch: field header/tenant is missing",
                "<field name=\"count\" length=\"8\" typeHandler=\"whole\"|<field name=\"count\" length=\"8\"|"
                        + "stream batch: trailer/count must have a number's typeHandler",
                "<field name=\"recordType\" literal=\"H\" length=\"1\" rid=\"true\"/>|"
                        + "<field name=\"recordType\" literal=\"H\" length=\"1\"/>|no field has rid=\"true\" and a literal",
                "<field name=\"text\" length=\"20\"/>|<field name=\"text\" length=\"19\"/>|"
                        + "interface.yaml needs format.text-width, 4 to 19 (the width of text/text)",
                "<field name=\"customer\" length=\"20\"/>|<field name=\"customer\" length=\"2000\"/>|more than max-line",
            })
    void whatIsWrongIsSaidInOneLineWithFileAndLine(String correct, String wrong, String message) {
        compiling(XML.replace(correct, wrong)).hasMessageContaining(message).hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<field name=\"customer\" maxLength=\"20\"/>|<field name=\"customer\"/>|"
                        + ", line 27: batch/record/customer: needs a maxLength",
                "<field name=\"customer\" maxLength=\"20\"/>|<field name=\"customer\" length=\"20\"/>|"
                        + ", line 27: the attribute length is not allowed here",
                "<field name=\"customer\" maxLength=\"20\"/>|<field name=\"customer\" maxLength=\"20\" xmlName=\"c\"/>|"
                        + ", line 27: the attribute xmlName is not allowed here",
                "literal=\"H\" rid=\"true\"|literal=\"H\"|no field has rid=\"true\" and a literal",
                "<stream name=\"answer\" format=\"csv\">|<stream name=\"answer\" format=\"xml\">|"
                        + ", line 40: all streams must have the same format, here csv",
                "<stream name=\"answer\" format=\"csv\">|<stream name=\"answer\" format=\"delimited\">|"
                        + ", line 40: format delimited is not supported here",
                "<field name=\"text\" maxLength=\"20\"/>|<field name=\"text\" maxLength=\"19\"/>|"
                        + "interface.yaml needs format.text-width, 4 to 19 (the width of text/text)",
            })
    void whatIsWrongInACsvFormatIsSaidWithFileAndLine(String correct, String wrong, String message) {
        refused(TestKind.CSV, correct, wrong, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xmlName=\"record\"|xmlName=\"r\"|, line 23: xmlName must be the name, record",
                "<field name=\"customer\" maxLength=\"20\"/>|<field name=\"customer\" maxLength=\"20\" rid=\"true\"/>|"
                        + ", line 25: the attribute rid is not allowed here",
                "<field name=\"customer\" maxLength=\"20\"/>|<field name=\"document\" maxLength=\"20\"/>|"
                        + ", line 24: batch/record/document: there are two fields of this name",
                "<field name=\"customer\" maxLength=\"20\"/>|<segment name=\"customer\" class=\"map\"/>|"
                        + ", line 25: <segment> is not allowed here",
            })
    void whatIsWrongInAnXmlFormatIsSaidWithFileAndLine(String correct, String wrong, String message) {
        refused(TestKind.XML, correct, wrong, message);
    }

    private static void refused(TestKind kind, String correct, String wrong, String message) {
        String xml = new String(kind.xml(), StandardCharsets.UTF_8);
        byte[] changed = xml.replace(correct, wrong).getBytes(StandardCharsets.UTF_8);

        assertThat(xml).contains(correct);
        assertThatThrownBy(() -> FileFormat.compile("x/format.xml", changed, kind.settings(StandardCharsets.UTF_8)))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("mappings/x/format.xml")
                .hasMessageContaining(message);
    }

    @Test
    void externalEntitiesAndDocumentTypesAreRefused() {
        compiling(XML.replace(
                        "<beanio ", "<!DOCTYPE beanio [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]><beanio "))
                .hasMessageContaining("DOCTYPE");
    }

    @Test
    void importsOfOtherFilesAreRefused() {
        compiling(XML.replace("<stream name=\"batch\"", "<import resource=\"file:/etc/x.xml\"/><stream name=\"batch\""))
                .hasMessageContaining("<import> is not allowed here");
    }

    @Test
    void anAnswerWithTextNeedsItsWidth() {
        FormatSettings settings = new FixedLengthSettings(
                StandardCharsets.UTF_8, ZoneId.of("Asia/Shanghai"), 0, LineEnd.LF, 200, Lengths.BYTES);

        assertThatThrownBy(() -> FileFormat.compile("x/format.xml", TestFormats.xml(), settings))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("format.text-width");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> compiling(String xml) {
        FormatSettings settings = TestFormats.settings(TestFormats.GB18030, Lengths.BYTES);
        return assertThatThrownBy(
                        () -> FileFormat.compile("x/format.xml", xml.getBytes(StandardCharsets.UTF_8), settings))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("mappings/x/format.xml");
    }
}
