package io.hcpnbridge.mapping.format;

import static io.hcpnbridge.mapping.format.TestFormats.GB18030;
import static io.hcpnbridge.mapping.format.TestFormats.read;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.Told;
import io.hcpnbridge.mapping.format.TestFormats.Heard;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlFilesTest {
    private static final String HEADER = "<header><interface>stock.query</interface><batchNumber>B1</batchNumber>"
            + "<createdAt>20240315103000</createdAt><tenant>demo</tenant></header>";
    private static final String TRAILER = "<trailer><count>1</count></trailer>";
    private static final String GOOD = "<record><document>A1</document></record>";

    private final FileFormat format = xml(UTF_8);

    static FileFormat xml(Charset charset) {
        return TestKind.XML.format(charset);
    }

    @Test
    void aBatchComesOutWithUtcTimesNumbersAndNoBlankFields() {
        Heard heard = heard("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- from the ERP -->\n<batch>\n " + HEADER
                + """

                <record>
                  <price> 123.450 </price> <!-- any order -->
                  <document>A1</document>
                  <customer>北京 &lt;&#27979;&#x8bd5;&gt; <![CDATA[& <公司>]]></customer>
                  <day>20240229</day><quantity>-3</quantity><filler/>
                </record>
                """
                + TRAILER + "</batch>\n<!-- end -->\n");

        assertThat(heard.problems).isEmpty();
        assertThat(ExactJson.text(heard.headers.get(0)))
                .isEqualTo(ExactJson.text(json("{'interface':'stock.query','batchNumber':'B1',"
                        + "'createdAt':'2024-03-15T02:30:00Z','tenant':'demo'}")));
        assertThat(ExactJson.text(heard.records.get(0)))
                .isEqualTo(ExactJson.text(json("{'document':'A1','customer':'北京 <测试> & <公司>',"
                        + "'day':'2024-02-28T16:00:00Z','quantity':-3,'price':123.450}")));
        assertThat(heard.lines).as("the header is element 1").containsExactly(2L);
        assertThat(heard.trailers).hasSize(1);
    }

    @Test
    void everyErrorOfEveryRecordIsReported() {
        Heard heard = batch("<record><document>A1</document><day>20240230</day><quantity>x</quantity></record>"
                + GOOD
                + "<record><customer>" + "北".repeat(21) + "</customer><price>1,5</price></record>");

        assertThat(heard.problems)
                .containsExactly(
                        new Told(2, "day", "20240230", "must be a date of the calendar as yyyyMMdd"),
                        new Told(2, "quantity", "x", "must be a whole number: digits with at most one sign"),
                        new Told(4, "customer", "北".repeat(21), "must have at most 20 characters"),
                        new Told(4, "price", "1,5", "must be a decimal number, e.g. 0012.50 or 12.50-"));
        assertThat(heard.lines).containsExactly(3L);
    }

    @Test
    void whatDoesNotBelongIntoARecordIsNamed() {
        assertThat(batch("<record id='7'><document>A1</document>x<document>A2</document><price>y</price>"
                                + "<colour>red</colour><customer>a<b>c</b></customer><day>z</day></record>")
                        .problems)
                .containsExactly(
                        new Told(2, "", "id", "must not have attributes"),
                        new Told(2, "", "x", "text must stand in a field's element"),
                        new Told(2, "document", "A2", "stands there twice"),
                        new Told(
                                2,
                                "",
                                "colour",
                                "is an unknown element, <record> has document, customer, day, quantity, price, filler"),
                        new Told(2, "customer", "b", "must hold text only, no other elements"),
                        new Told(2, "day", "z", "must have 8 digits yyyyMMdd"),
                        new Told(2, "price", "y", "must be a decimal number, e.g. 0012.50 or 12.50-"));
    }

    @Test
    void aRecordWithAProblemIsNotDelivered() {
        assertThat(batch("<record><document x='1'>A1</document></record>").records)
                .isEmpty();
    }

    @Test
    void namespacesAreRefusedAndADeclarationAloneIsIgnored() {
        assertThat(heard("<batch xmlns=\"urn:x\">" + HEADER + GOOD + TRAILER + "</batch>").problems)
                .extracting(Told::rule)
                .contains("must not have a namespace");
        assertThat(heard("<batch xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">" + HEADER + GOOD + TRAILER
                                + "</batch>")
                        .problems)
                .isEmpty();
        assertThat(batch("<record xmlns:xi=\"http://www.w3.org/2001/XInclude\"><document>A1</document>"
                                + "<xi:include href=\"file:///etc/passwd\" parse=\"text\"/></record>")
                        .problems)
                .extracting(Told::rule)
                .contains("must not have a namespace", "must not have attributes");
    }

    @Test
    void headerAndTrailerStandOnceAtTheirPlaces() {
        assertThat(rules("<batch>" + HEADER + HEADER + GOOD + "</batch>"))
                .containsExactly(
                        "2: is a second header, element 1 is one already",
                        "3: the file ends without a trailer (trailer): it may be cut off");
        assertThat(rules("<batch>" + GOOD + TRAILER + "<x/></batch>"))
                .containsExactly(
                        "1: the first element must be the header (header)",
                        "3: stands behind the trailer in element 2, which must be the last element",
                        "3: is an unknown kind of element, must be one of header, record, trailer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|0: the file is empty",
                "<other/>|0: the element around all others must be <batch>",
                "<?xml version=\"1.1\"?><batch/>|0: must be XML 1.0",
                "<?xml version=\"1.0\" encoding=\"GBK\"?><batch/>|0: the file says that its encoding is GBK, "
                        + "its declared charset is UTF-8",
                "<batch><header></batch>|1: line 1, column 18: is not well-formed XML",
                "<batch><header>|1: the file ends inside of the document: it may be cut off",
                "<batch>&nbsp;</batch>|0: line 1, column",
                "<batch><record><document>&x;</document></record></batch>|1: line 1, column",
                "<batch>\u0001</batch>|0: line 1, column",
                "<batch/><batch/>|0: ",
                "H|0: "
            })
    void aDocumentThatIsNoneOfOursEndsTheReading(String content, String rule) {
        assertThat(rules(content == null ? "" : content)).first().asString().startsWith(rule);
    }

    @Test
    void documentTypesAndEntitiesAreRefused() {
        String external = "<!DOCTYPE batch [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><batch>" + HEADER
                + "<record><document>&x;</document></record>" + TRAILER + "</batch>";
        StringBuilder laughs = new StringBuilder("<!DOCTYPE batch [<!ENTITY a0 \"ha\">");
        for (int level = 1; level < 30; level++) {
            laughs.append("<!ENTITY a" + level + " \"" + ("&a" + (level - 1) + ";").repeat(10) + "\">");
        }
        String rule = "0: must not have a document type (DOCTYPE), nor entities";

        assertThat(rules(external)).containsExactly(rule);
        assertThat(rules("<!DOCTYPE batch SYSTEM \"http://127.0.0.1:1/x.dtd\"><batch/>"))
                .containsExactly(rule);
        assertThat(rules(laughs + "]><batch>&a29;</batch>")).containsExactly(rule);
    }

    @Test
    void textThatIsNotInTheCharsetIsRefusedByItsLine() {
        byte[] file = ("<batch>\n" + HEADER + "\n<record><document>A1</document><customer>北京</customer></record>"
                        + TRAILER + "</batch>")
                .getBytes(GB18030);

        assertThat(read(format, file).problems).extracting(Told::rule).containsExactly("line 3 is not UTF-8");
        assertThat(read(xml(GB18030), file).problems).isEmpty();
    }

    @Test
    void byteOrderMarksAreKnown() {
        String file = "\uFEFF<batch>" + HEADER + GOOD + TRAILER + "</batch>";

        assertThat(read(format, file.getBytes(UTF_8)).problems).isEmpty();
        assertThat(read(format, file.substring(1).getBytes(UTF_16)).problems)
                .extracting(Told::rule)
                .containsExactly("the file begins with a byte order mark of UTF-16, its declared charset is UTF-8");
    }

    @Test
    void controlAndLineCharactersInsideValuesAreRefused() {
        assertThat(batch("<record><document>A1</document><customer>a\nb\u0085</customer></record>").problems)
                .containsExactly(new Told(2, "customer", "a\\u000Ab\\u0085", "must not contain control characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<record><customer>%s", "<!--%s", "<record %s", "<record a='%s", "<?pi %s", "%s", "<%s"})
    void whateverIsEndlessIsRefusedBeforeItFillsTheMemory(String begin) throws IOException {
        String[] around = begin.split("%s", 2);
        Heard heard = new Heard();

        format.read(
                new SequenceInputStream(
                        stream("<batch>" + HEADER + around[0]),
                        new Endless(begin.equals("%s") ? ' ' : 'x', 400_000_000L)),
                heard);

        assertThat(heard.problems)
                .last()
                .extracting(Told::rule)
                .asString()
                .containsAnyOf(
                        "may have at most 1000000 characters", "is not well-formed XML: JAXP00010005: The length");
    }

    @Test
    void elementsInEachOtherAreRefusedAtAnyDepth() {
        assertThat(rules("<batch>" + HEADER + "<record><document>" + "<a>".repeat(200_000)))
                .last()
                .asString()
                .contains("it may be cut off");
    }

    @Test
    void aBrokenConnectionIsNoProblemOfTheFile() {
        InputStream broken = new SequenceInputStream(stream("<batch>" + HEADER), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });

        assertThatThrownBy(() -> format.read(broken, new Heard()))
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }

    @Test
    void answersAreWellFormedWhateverStandsInThem() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AnswerWriter writer = xml(GB18030).answer(out)) {
            writer.write("header", json("{'batchNumber':'B1','createdAt':'2024-03-15T02:30:00Z'}"));
            writer.write("result", json("{'document':'A1','status':'OK','rows':0}"));
            writer.write(
                    "item",
                    ExactJson.mapper()
                            .createObjectNode()
                            .put("customer", "a<&>\"']]>\u0007\uFFFF😀")
                            .put("amount", -1));
            writer.write("trailer", json("{'records':1}"));
        }

        assertThat(out.toString(GB18030))
                .isEqualTo(
                        """
                        <?xml version="1.0" encoding="GB18030"?>
                        <answer>
                        <header><batchNumber>B1</batchNumber><createdAt>20240315103000</createdAt></header>
                        <result><document>A1</document><status>OK</status><rows>0</rows></result>
                        <item><customer>a&lt;&amp;&gt;"']]&gt;  😀</customer><amount>-1</amount></item>
                        <trailer><records>1</records></trailer>
                        </answer>
                        """);
        assertThat(DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(out.toByteArray()))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("answer");
    }

    private Heard batch(String records) {
        return heard("<batch>" + HEADER + records + TRAILER + "</batch>");
    }

    private Heard heard(String content) {
        return read(format, content.getBytes(UTF_8));
    }

    private List<String> rules(String content) {
        return heard(content).problems.stream()
                .map(problem -> problem.line() + ": " + problem.rule())
                .toList();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) ExactJson.read(text.replace('\'', '"'));
    }

    /** As many of one byte as wanted, none of them in memory. */
    private static final class Endless extends InputStream {
        private final int unit;
        private long left;

        Endless(int unit, long count) {
            this.unit = unit;
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? unit : -1;
        }
    }
}
