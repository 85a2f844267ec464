package io.hcpnbridge.mapping.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hcpnbridge.mapping.problem.MappingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One thing wrong in a definition: it is refused with file, line, and what to write. */
class WrongDefinitionsTest {
    private static final String IFACE = "interface.yaml";
    private static final TestDefinition STOCK = TestDefinition.of("stock.query");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tittle: {|title: {|unknown key tittle, known are answer, apis, caller, controls",
                "title: {en: Query stock}|title: {en: Query stock, zh: 查询库存}|title has no meaning in Chinese: write zh: …",
                "effect: maybe|effect: read|effect must be one of read, write",
                "file: {kind: pdf}|file: {kind: fixed-length, lengths: bytes}|file.kind must be one of fixed-length, csv, xml",
                "file: pdf|file: {kind: fixed-length, lengths: bytes}|file must be one of fixed-length, csv, xml",
                "file: {kind: xml, lengths: bytes}|file: {kind: fixed-length, lengths: bytes}|unknown key lengths, known are",
                "file: {kind: csv, time: yyyybb}|file: {kind: fixed-length, lengths: bytes}|file.time must be a pattern such as",
                "customer: {tpe: text|customer: {type: text|unknown key tpe, known are",
                "customer: {type: txt|customer: {type: text|record.customer.type must be one of amount, blank, cents",
                "customer: {length: 20|customer: {type: text, length: 20|record.customer.type is missing",
                "customer: {type: text, en|customer: {type: text, length: 20, en|record.customer.length is missing",
                "customer: {type: text, length: x|customer: {type: text, length: 20|record.customer.length must be a number from 0",
                "customer: {type: text, length: 20, en: \"the customer\"}|customer: {type: text, length: 20, en: \"the customer\", zh: \"客户\"}|"
                        + "record.customer has no meaning in Chinese: write zh",
                "customer: {type: text, length: 20, zh: \"客户\"}|customer: {type: text, length: 20, en: \"the customer\", zh: \"客户\"}|"
                        + "record.customer has no meaning in English: write en",
                "customer-name: {|customer: {|record.customer-name is no name of a column: letters and digits",
                "recordType: {|customer: {|record.recordType is no name of a column",
                "customer3-2: {|customer: {|record.customer3-2 must count upwards, such as resource1-10",
                "document: {|customer: {|the key document stands here twice",
                "document: {type: document, en|document: {type: document, needed: yes, en|record must have a column document",
                "needed: perhaps|needed: yes|record.document.needed must be one of no, yes",
                "day: {type: day, length: 6|day: {type: day|record.day.length must be at least 8, the length of a time",
                "day: {type: day, time: yyyyMMddHHmm, length: 8|day: {type: day|record.day.length must be at least 12",
                "day: {type: day, time: yyyybb|day: {type: day|record.day.time must be a pattern such as yyyyMMdd",
                "day: {type: day, decimals: 2|day: {type: day|record.day.decimals says nothing of a column that is time",
                "{type: number, least: 1, most: 0|{type: number, least: 1, most: 999|record.quantity.most is less than least, 1",
                "{type: number, pattern: 'x', most|{type: number, least: 1, most|record.quantity.pattern says nothing of a column that is number",
                "{type: number, values: [1, two], most|{type: number, least: 1, most|record.quantity.values must be numbers, two is none",
                "{type: number, values: 1, most|{type: number, least: 1, most|record.quantity.values must be a list, such as [a, b]",
                "{type: cents, decimals: 31|{type: cents|record.price.decimals must be a number from 0 to 30",
                "length: 20, pattern: '[', en|length: 20, en|record.customer.pattern is no regular expression",
                "length: 20, personal: true, en|length: 20, en|record.customer.personal must be one of no, yes, one-time",
                "length: 20, values: {A: {en: a}}, en|length: 20, en|record.customer.values.A has no meaning in Chinese: write zh: …",
                "length: 20, values: {A: {zh: 甲}}, en|length: 20, en|record.customer.values.A has no meaning in English: write en: …",
                "length: 20, values: {A: a}, en|length: 20, en|record.customer.values.A must be a map",
                "length: 20, values: {A: {en: a, zh: 甲, de: A}}, en|length: 20, en|unknown key de, known are en, zh",
                "{type: number, values: {two: {en: two, zh: 二}}, most|{type: number, least: 1, most|record.quantity.values must be numbers",
                "length: 1, values: {AB: {en: ab, zh: 甲乙}}, en|length: 20, en|record.customer.length must be at least 2, to hold AB",
                "apis: list-stock|apis: [list-stock]|apis must be a list, such as [a, b]",
                "apis: [list-stok]|apis: [list-stock]|apis there is no list-stok in shared/apis.yaml; write list-stock if that is meant; if no other"
                        + " interface calls it, write apis: {list-stok: {quota: …, en: …, zh: …}}",
                "apis: {list-stok: shared}|apis: [list-stock]|apis.list-stok there is no list-stok in shared/apis.yaml; write list-stock",
                "apis: {list-stock: {quota: 5, en: x, zh: 多}}|apis: [list-stock]|apis.list-stock stands in shared/apis.yaml already: write"
                        + " list-stock: shared",
                "apis: {count: mine}|apis: [list-stock]|apis.count must be one of shared",
                "apis: {count: {quota: 0, en: x, zh: 多}}|apis: [list-stock]|apis.count.quota must be a number from 1 to 1000",
                "apis: {count: {quota: 5, en: x}}|apis: [list-stock]|apis.count has no meaning in Chinese: write zh: …",
                "length: 20, values: [一二三四五六七八九十一], en|length: 20, en|record.customer.length must be at least 22, to hold 一二三",
                "type: state, length: 3|type: state|answer.item.columns.status.length must be at least 4, to hold DONE",
                "length: 20, repeated: perhaps, en|length: 20, en|record.customer.repeated must be one of no, yes",
                "currency: {type: text, length: 3, repeated: yes|currency: {type: text, length: 3|unknown key repeated, known are",
                "currency: {type: text, length: 3000|currency: {type: text, length: 3|answer/item takes 3079, more than max-line, 200",
                "letter: XY|letter: I|answer/item needs a letter: one character of ASCII",
                "letter: 北|letter: I|answer/item needs a letter: one character of ASCII",
                "letter: D|letter: I|answer/item has the letter D, which another record has as well",
                "#|    letter: I|answer.item.letter is missing",
                "sum:|item:|answer.sum is a record that all answers have; shared/records.yaml says how it looks",
                "row: {|currency: {|row is no name for a column of answer/item: it stands there for something else",
                "key: {|currency: {|key is no name for a column of answer/item",
                "text: {|total: {|text is no name for a column of answer/result",
                "status: {|total: {|answer/result has the column status already",
                "document: {|at: {|answer/item has the column document already",
                "count: {|quantityTotal: {|batch/trailer has the column count already",
                "trailer: {columns: {open: {type: number, en: x, zh: 多}}}\\n  item:|item:|answer/trailer has open, which nobody fills",
                "{type: number, length: 8, en|{sum-of: quantity, type: number, length: 8, en|controls.quantityTotal.sum-of is missing",
                "sum-of: quantty|sum-of: quantity|controls there is no column quantty of record; write quantity if that is meant",
                "sum-of: customer|sum-of: quantity|controls customer of record is no number",
                "quantity, type: text|quantity, type: number|controls quantityTotal of trailer is no number",
                "row: itm|row: item|sums the answer has no row itm; it has item",
                "row: trailer, field: rows|row: item, field: amount|sums the answer has no row trailer; it has item",
                "field: currency|field: amount|sums currency of item is no number, which it must be to be added up",
                "by: currenzy|by: currency|sums there is no column currenzy of item; write currency if that is meant",
                "delta: {row: itm}\\neffect:|effect:|delta the answer has no row itm; it has item",
                "delta: {row: header}\\neffect:|effect:|delta the answer has no row header; it has item",
                "delta: {row: item, by: [custmer]}\\neffect:|effect:|delta there is no column custmer of record; write customer",
                "delta: {row: item, when: {field: dy, is: x}}\\neffect:|effect:|delta there is no column dy of record",
                "together: {by: [custmer]}\\neffect:|effect:|together there is no column custmer of record; write customer",
                "together: {by: [customer], at-most: 1}\\neffect:|effect:|together.at-most must be a number from 2 to 1000",
                "together: {by: [customer]}\\neffect: write|effect: read|together only reads can share a call",
            })
    void inAnInterface(String wrong, String right, String message) {
        String written = wrong.replace("\\n", "\n");
        TestDefinition definition = STOCK.with(IFACE, right, written);

        assertThatThrownBy(definition::read)
                .isInstanceOf(MappingException.class)
                .hasMessageMatching("(?s)mappings/stock\\.query/interface\\.yaml, line [1-9]\\d*: .*")
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "types.yaml|is: sum|is: number|number.is must be one of text, number, amount, time, blank",
                "types.yaml|length: 6|is: number, length: 6|number.is is missing",
                "types.yaml|lenght: 6|length: 6|unknown key lenght",
                "types.yaml|decimals: 99|decimals: 2|cents.decimals must be a number from 0 to 30",
                "types.yaml|{is: number, decimals: 2, length: 6|{is: number, length: 6|number.decimals says nothing of a column that is number",
                "types.yaml|rule: {en: \"must be blank\"}|rule: {en: \"must be blank\", zh: \"必须为空\"}|blank.rule has no meaning in Chinese",
                "types.yaml|en: \"day\"|en: \"day\", zh: \"日期\"|day has no meaning in Chinese: write zh: …",
                "types.yaml|values: {DONE: {en: x}, OPEN: {en: y, zh: 多}}|values: [DONE, OPEN]|state.values.DONE has no meaning in Chinese",
                "apis.yaml|qota: 5|quota: 5|unknown key qota, known are en, quota, zh",
                "apis.yaml|{quota: 5, en: \"list stock\"}|{quota: 5, en: \"list stock\", zh: \"查询库存\"}|list-stock has no meaning in Chinese",
                "records.yaml|problems: [|problems:|",
                "records.yaml|refuse:|refusal:|unknown key refuse, known are answer, batch, refusal",
                "records.yaml|kount: {|count: {|batch.trailer.columns must have count",
                "records.yaml|inDoubts: {|inDoubt: {|answer.trailer.columns must have inDoubt",
                "records.yaml|waiting: {type: number, en: x, zh: 多}\\n      inDoubt:|inDoubt:|answer/trailer has waiting, which nobody fills",
                "records.yaml|letter: DD|letter: D|batch/record needs a letter: one character of ASCII",
                "records.yaml|{en: \"one per document\"|{letter: D, en: \"one per document\"|batch/record needs a letter",
                "records.yaml|letter: H|letter: T|batch/trailer has the letter H, which another record has as well",
                "files.yaml|cvs: {|csv: {|unknown key cvs, known are csv, fixed-length, xml",
                "files.yaml|zone: Mars/Base|zone: Asia/Shanghai|file.zone must be a time zone, e.g. Asia/Shanghai",
                "files.yaml|charset: UTF-16|charset: GB18030|file.charset must be a charset in which ASCII",
                "files.yaml|max-line: 50|max-line: 200|takes",
            })
    void inWhatIsShared(String file, String wrong, String right, String message) {
        TestDefinition definition = STOCK.with("shared/" + file, right, wrong.replace("\\n", "\n"));

        assertThatThrownBy(definition::read)
                .isInstanceOf(MappingException.class)
                .hasMessageMatching("(?s)mappings/.*(shared/|interface)[a-z]*\\.yaml, line [1-9]\\d*: .*")
                .hasMessageContaining(message == null ? "" : message);
    }

    @Test
    void theLineIsTheOneThatIsWrong() {
        TestDefinition definition = STOCK.with(IFACE, "day: {type: day", "day: {type: dy");

        assertThatThrownBy(definition::read)
                .hasMessageStartingWith("mappings/stock.query/interface.yaml, line " + definition.line(IFACE, "day: {")
                        + ": record.day.type must be one of");
    }

    @Test
    void severalMistakesAreSaidAtOnce() {
        TestDefinition definition = STOCK.with(IFACE, "title: {en: Query stock, ", "title: {")
                .with(IFACE, "customer: {type: text", "customer: {type: txt")
                .with(IFACE, "price: {type: cents", "price: {type: cent");

        var mistake = catchThrowableOfType(MappingException.class, definition::read);

        assertThat(mistake.all())
                .extracting(MappingException::reason)
                .satisfiesExactly(
                        title -> assertThat(title).startsWith("title has no meaning in English"),
                        customer -> assertThat(customer).startsWith("record.customer.type must be one of"),
                        price -> assertThat(price).startsWith("record.price.type must be one of"));
    }

    /** In files of another kind the same text may find room. */
    @Test
    void valuesAreCountedAsTheFileCounts() {
        TestDefinition bytes = STOCK.with(IFACE, "length: 20, en", "length: 20, values: [一二三四五六七八九十一], en");

        assertThatThrownBy(bytes::read).hasMessageContaining("must be at least 22");
        assertThat(bytes.withFiles("{kind: fixed-length, lengths: characters}")
                        .read()
                        .record()
                        .column("customer"))
                .isPresent();
        assertThat(bytes.withFiles("xml").read().record().column("customer")).isPresent();
    }

    /** In XML records are told apart by their elements. */
    @Test
    void recordsOfXmlNeedNoLetter() {
        TestDefinition without = STOCK.with(IFACE, "    letter: I\n", "");

        assertThat(without.withFiles("xml").read().rows())
                .extracting(RecordKind::name)
                .containsExactly("item");
    }
}
