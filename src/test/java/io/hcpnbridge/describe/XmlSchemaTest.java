package io.hcpnbridge.describe;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.mapping.format.FileKind;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.mapping.problem.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** {@code --as=xsd}: the schema takes what the adapter takes, and refuses what it refuses. */
class XmlSchemaTest {
    private static final String BATCH =
            """
            <batch>
              <header><interface>warehouse.goods</interface><batchNumber>B1</batchNumber>\
            <createdAt>20260102</createdAt><tenant>acme</tenant></header>
              <record><document>1</document><name>nail</name><pieces>12</pieces></record>
              <record><document>2</document><pieces>7</pieces></record>
              <trailer><count>2</count></trailer>
            </batch>
            """;

    static Stream<String> interfaces() {
        return Described.interfaces(FileKind.XML);
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void everySampleIsValid(String name) throws IOException {
        var schema = schema(name);

        for (var sample : Described.samples(name, "(?!refused-.*\\.in\\.).*\\.xml")) {
            assertThat(isValid(schema, Files.readString(sample)))
                    .as(sample.toString())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void anAnswerWithoutItsEndOrWithSomethingUnknownIsNot(String name) throws IOException {
        var schema = schema(name);

        for (var sample : Described.samples(name, ".*\\.answer\\.xml")) {
            var answer = Files.readString(sample);
            assertThat(isValid(schema, answer.replaceFirst("<trailer>.*</trailer>", "")))
                    .isFalse();
            assertThat(isValid(schema, answer.replaceFirst("<trailer>", "<trailer><more>1</more>")))
                    .isFalse();
        }
    }

    @Test
    void theBatchOfTheseTestsIsTakenByBoth() {
        assertThat(isValid(schema(Described.GOODS), BATCH)).isTrue();
        assertThat(problems(BATCH)).isEmpty();
    }

    /** What stands before {@code =>} in the batch is replaced with what stands behind. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<document>1</document><name>nail</name> => <name>nail</name><document>1</document>",
                "<document>1</document> => ",
                "<document>1</document> => <document> </document>",
                "<document>1</document> => <document>1</document><document>1</document>",
                "<document>1</document> => <document>1</document><unknown/>",
                "<document>1</document> => <document kind='1'>1</document>",
                "<document>1</document> => <document xmlns='urn:1'>1</document>",
                "<document>1</document> => <document>1<b/></document>",
                "<document>1</document> => <document><![CDATA[1]]></document><!-- 1 -->",
                "<document>1</document> => <document>12345678901234567890123456789012</document>",
                "<document>1</document> => <document>123456789012345678901234567890123</document>",
                "<document>1</document> => <document>\n  12345678901234567890123456789012\n  </document>",
                "<document>1</document> => <document>1</document>text",
                "<name>nail</name> => <name/>",
                "<name>nail</name> => <name>two\nlines</name>",
                "<name>nail</name> => <name>two  blanks</name>",
                "<name>nail</name> => <name>a\u0085b</name>",
                "<name>nail</name> => <name>a\u2028b</name>",
                "<name>nail</name> => <gap/>",
                "<name>nail</name> => <gap>1</gap>",
                "<pieces>12</pieces> => <pieces>-12</pieces>",
                "<pieces>12</pieces> => <pieces>12-</pieces>",
                "<pieces>12</pieces> => <pieces>-12-</pieces>",
                "<pieces>12</pieces> => <pieces>1.0</pieces>",
                "<pieces>12</pieces> => <pieces>\u0661</pieces>",
                "<pieces>12</pieces> => <pieces>00012</pieces>",
                "<pieces>12</pieces> => <pieces/>",
                "<pieces>12</pieces> => ",
                "<name>nail</name> => <price>12.50-</price>",
                "<name>nail</name> => <price>.5</price>",
                "<name>nail</name> => <price>5.</price>",
                "<name>nail</name> => <price>.</price>",
                "<name>nail</name> => <price>1,5</price>",
                "<name>nail</name> => <price>1e5</price>",
                "<name>nail</name> => <price> </price>",
                "<name>nail</name> => <cents>+150</cents>",
                "<name>nail</name> => <cents>1.50</cents>",
                "<name>nail</name> => <kind>2</kind>",
                "<name>nail</name> => <kind> 02 </kind>",
                "<name>nail</name> => <kind>+2</kind>",
                "<name>nail</name> => <kind>2+</kind>",
                "<name>nail</name> => <kind>-2</kind>",
                "<name>nail</name> => <kind>3</kind>",
                "<name>nail</name> => <kind>0002</kind>",
                "<name>nail</name> => <kind/>",
                "<name>nail</name> => <colour>red</colour>",
                "<name>nail</name> => <colour> red\n</colour>",
                "<name>nail</name> => <colour>Red</colour>",
                "<name>nail</name> => <colour/>",
                "<name>nail</name> => <day>20261231</day>",
                "<name>nail</name> => <day>00000000</day>",
                "<name>nail</name> => <day>20261331</day>",
                "<name>nail</name> => <day>2026123</day>",
                "<name>nail</name> => <day/>",
                "<name>nail</name> => <at>2026-12-31T23:59:59</at>",
                "<name>nail</name> => <at>\n2026-12-31T23:59:59 </at>",
                "<name>nail</name> => <at>2026-02-29T23:59:59</at>",
                "<name>nail</name> => <at>2024-02-29T23:59:59</at>",
                "<name>nail</name> => <at>2026-12-31T24:00:00</at>",
                "<name>nail</name> => <at>2026-12-31T23:59:59Z</at>",
                "<name>nail</name> => <at>2026-12-31T23:59:59.5</at>",
                "<name>nail</name> => <at>2026-12-31</at>",
                "<name>nail</name> => <at>0</at>",
                "<name>nail</name> => <at> </at>",
                "<createdAt>20260102</createdAt> => <createdAt>00000000</createdAt>",
                "<createdAt>20260102</createdAt> => <createdAt/>",
                "<tenant>acme</tenant> => ",
                "<trailer><count>2</count></trailer> => ",
                "<trailer><count>2</count></trailer> => <trailer/>",
                "<trailer><count>2</count></trailer> => <trailer><count>2</count></trailer><trailer><count>2</count></trailer>",
                "<header> => <record><document>0</document><pieces>1</pieces></record><header>",
                "<trailer> => <header/><trailer>",
                "</batch> => <record><document>9</document><pieces>1</pieces></record></batch>",
                "<trailer> => <other/><trailer>",
                "batch> => answer>",
            })
    void aBatchIsValidJustIfTheAdapterTakesIt(String change) {
        var parts = change.split(" => ", -1);
        assertThat(BATCH).contains(parts[0]);
        var batch = BATCH.replace(parts[0], parts[1]);

        assertThat(isValid(schema(Described.GOODS), batch))
                .as("%s", problems(batch))
                .isEqualTo(problems(batch).isEmpty());
    }

    @Test
    void aLongTextTakesNoTimeHoweverItIsMadeUp() {
        var schema = schema(Described.GOODS);
        var blanks = " ".repeat(9000);

        for (var text : List.of("a".repeat(4000), blanks + "b" + " ".repeat(3998) + "c" + blanks)) {
            assertThat(isValid(schema, BATCH.replace("nail", text))).isTrue();
        }
        for (var text :
                List.of("a".repeat(4001), "b" + blanks + "c", blanks + "b" + blanks + "c" + blanks + "\u0085")) {
            assertThat(isValid(schema, BATCH.replace("nail", text))).isFalse();
        }
    }

    private static Schema schema(String name) {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(new StringReader(Described.as("xsd", name))));
        } catch (SAXException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isValid(Schema schema, String xml) {
        try {
            schema.newValidator().validate(new StreamSource(new StringReader(xml)));
            return true;
        } catch (SAXException e) {
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Problem> problems(String batch) {
        return Described.problems(Described.GOODS, Form.FILE, batch);
    }
}
