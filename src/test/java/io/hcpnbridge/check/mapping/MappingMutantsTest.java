package io.hcpnbridge.check.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One thing wrong in a mapping that ships: the check names file, line, column and what is wrong with it. */
class MappingMutantsTest {
    /** No partner's answer has them. */
    private static final Set<String> NEVER_GIVEN = Set.of(
            "discount.lineId",
            "suborder.baseOrderId",
            "suborder.lastUpdatedAt",
            "suborder.needsApproval",
            "suborder.originalPrice");

    static Iterable<String> interfaces() {
        return ShippedFiles.interfaces();
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void nothingIsWrongWithWhatShips(String iface) {
        assertThat(MappingsCheck.mistakes(ShippedFiles.mapping(iface), ShippedFiles.samples(iface)))
                .isEmpty();
    }

    /** Else a mistake in what nobody tries would pass. */
    @ParameterizedTest
    @MethodSource("interfaces")
    void everyColumnThatShipsIsTried(String iface) {
        var mapping = ShippedFiles.mapping(iface);
        var rules = new AnswerRules(mapping);
        Set<String> known = new TreeSet<>();
        rules.kinds().forEach(kind -> rules.ofRow(kind, rules.words().properties())
                .forEach(column -> known.add(kind + "." + column)));
        rules.ofResult(rules.words().properties()).forEach(column -> known.add("." + column));
        var findings = new Findings(mapping);

        known.removeAll(NEVER_GIVEN);
        known.removeAll(
                EveryColumn.check(mapping, Samples.check(mapping, ShippedFiles.samples(iface), findings), findings));

        assertThat(known).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders.renew|format.xml|minLength=\"144\" maxLength=\"144\"|minLength=\"141\" maxLength=\"141\"|answer/result: its columns take 144 bytes, but minLength is 141 and maxLength 141; write minLength=\"144\" maxLength=\"144\"",
                "orders.renew|format.xml|minLength=\"153\"|minLength=\"150\"|answer/text: its columns take 153 bytes, but minLength is 150 and maxLength 153",
                "orders.renew|format.xml|maxLength=\"880\"|maxLength=\"883\"|batch/header: its columns take 880 bytes",
                "orders.list|format.xml|name=\"problem\" class=\"map\" order=\"2\" minOccurs=\"0\" maxOccurs=\"unbounded\" minLength=\"450\"|name=\"problem\" class=\"map\" order=\"2\" minOccurs=\"0\" maxOccurs=\"unbounded\" minLength=\"400\"|refusal/problem: its columns take 450 bytes",
                "orders.list|format.xml|<field name=\"payBefore\" length=\"14\"|<field name=\"payBefore\" length=\"41\"|answer/order: its columns take 1270 bytes, but minLength is 1243",
            })
    void lengthsAddUp(String iface, String file, String right, String wrong, String said) {
        assertSaid(iface, file, right, wrong, said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders.list|format.xml|name=\"customerId\"|name=\"custmerId\"|batch/record/custmerId: record.schema.json has no such column; write customerId",
                "orders.list|record.schema.json|\"customerId\":|\"custmerId\":|the column custmerId stands in no record batch/record of format.xml; write customerId",
                "orders.list|record.schema.json|\"required\": [\"document\"|\"required\": [\"documnt\"|the column documnt is described in no properties of the document; write document",
                "orders.list|answer.schema.json|\"sourceType\":|\"sorceType\":|the column sorceType of a row order stands in no record answer/order of format.xml; write sourceType",
                "orders.list|format.xml|<field name=\"sourceType\"|<field name=\"sorceType\"|answer/order/sorceType: answer.schema.json knows no such column of a row order; write sourceType",
                "orders.list|format.xml|<record name=\"discount\"|<record name=\"discounts\"|answer/discounts: answer.schema.json knows no row of the kind discounts; write discount",
                "orders.list|answer.schema.json|\"order\", \"discount\"|\"order\", \"discunt\"|a row of the kind discunt stands in no record of the stream answer of format.xml",
                "orders.list|answer.schema.json|\"restart\":|\"restrat\":|restrat is nothing that a response mapping can give; write restart",
                "orders.list|format.xml|<field name=\"inDoubt\"|<field name=\"indoubt\"|answer/trailer/indoubt: nobody fills it; write inDoubt",
                "orders.list|format.xml|<field name=\"key\"|<field name=\"kee\"|answer/sum/kee: nobody fills it; write key",
                "customers.create|format.xml|<field name=\"accountName\"|<field name=\"acountName\"|record.schema.json has no such column; write accountName",
                "customers.create|answer.schema.json|\"customerId\":|\"custmerId\":|the column custmerId of the fields stands in no record answer/result of format.xml; write customerId",
                "bills.records|interface.yaml|field: cashAmount|field: cashAmout|sums.field: the record answer/fee of format.xml has no number cashAmout; write cashAmount",
                "bills.records|interface.yaml|by: currency|by: currenzy|sums.by: the record answer/fee of format.xml has no column currenzy; write currency",
                "orders.coupons|availability.schema.json|\"site\":|\"sit\":|sit is nothing that is asked about here; write site",
                "bills.records|format.xml|<field name=\"usageMeasureId\"|<field name=\"usageMesureId\"|answer/fee/usageMesureId: answer.schema.json knows no such column of a row fee; write usageMeasureId",
            })
    void allFilesNameTheSameColumns(String iface, String file, String right, String wrong, String said) {
        assertSaid(iface, file, right, wrong, said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders.list|format.xml|<field name=\"originalPrice\" length=\"24\" typeHandler=\"amount\"|<field name=\"originalPrice\" length=\"24\" typeHandler=\"localTime\"|answer/order/originalPrice: holds nothing that answer.schema.json allows there",
                "orders.list|answer.schema.json|\"createdAt\": {\"type\": \"string\"}|\"createdAt\": {\"type\": \"number\"}|answer/order/createdAt: holds nothing that answer.schema.json allows there",
                "customers.realname-apply|format.xml|<field name=\"review\" maxLength=\"8\"|<field name=\"review\" maxLength=\"6\"|answer/result/review: REJECTED, which answer.schema.json allows, has 8 characters, its column holds 6",
                "orders.list|format.xml|<field name=\"code\" length=\"32\"/>|<field name=\"code\" length=\"16\"/>|answer/result/code: BRIDGE.DOCUMENT_CHANGED, which the adapter writes there, has 23 bytes, its column holds 16",
                "orders.list|format.xml|<field name=\"status\" length=\"10\"/>|<field name=\"status\" length=\"7\"/>|answer/result/status: IN_DOUBT, which the adapter writes there",
                "orders.list|format.xml|<field name=\"batchNumber\" length=\"20\" required|<field name=\"batchNumber\" length=\"25\" required|answer/header/batchNumber: has room for 20 bytes, but batch/header/batchNumber, which it repeats, has 25 bytes",
                "orders.list|format.xml|<field name=\"document\" length=\"32\"/>|<field name=\"document\" length=\"40\"/>|answer/order/document: has room for 32 bytes, but batch/record/document",
            })
    void columnsHaveRoomForWhatTheyHold(String iface, String file, String right, String wrong, String said) {
        assertSaid(iface, file, right, wrong, said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders.detail|shared/order.jslt|\"paidAt\":|\"statusText\": v:text($order.status_text), \"paidAt\":|mappings/shared/order.jslt, line |: orders.detail/response.old.jslt gives the column statusText of a row order, which answer.schema.json does not know; write it there and into format.xml",
                "orders.list|shared/order.jslt|\"sourceType\":|\"sorceType\":|mappings/shared/order.jslt, line |: orders.list/response.old.jslt gives the column sorceType of a row order, which answer.schema.json does not know; write it there and into format.xml, or leave it out; write sourceType if that is meant",
                "orders.list|shared/order.jslt|{\"row\": \"order\"|{\"row\": \"ordr\"|mappings/shared/order.jslt, line |gives the column row of a row ordr, which answer.schema.json does not know as a kind of row; it must be one of order, discount, project, suborder",
                "orders.list|request.new.jslt|.record.customerId|.record.custmerId|mappings/orders.list/request.new.jslt, line |: asks for the column custmerId, which record.schema.json does not describe; write customerId if that is meant",
                "orders.list|request.new.jslt|\"query\":|\"qery\":|mappings/orders.list/request.new.jslt, line |: gives a request the member qery, which is not read; write query if that is meant",
                "orders.list|generation.jslt|.record.|.recrod.|mappings/orders.list/generation.jslt, line |: asks for the member recrod of the input, which there is not; write record if that is meant",
                "orders.provisioning|generation.jslt|.record.wantParts|.record.wantPart|mappings/orders.provisioning/generation.jslt, line |: asks for the column wantPart, which",
                "orders.renew|shared/renewal.jslt|\"stage\": $stage|\"stag\": $stage|mappings/shared/renewal.jslt, line |gives the column stag of a row failed",
                "orders.renew|response.new.jslt|renewal:failed-rows($failures, \"RENEW\")|renewal:failed-rows($failures, \"RENEWING-OF-RESOURCES\")|mappings/shared/renewal.jslt, line |gives the column stage of a row failed, which has 21 bytes, its column holds",
                "bills.records|request.jslt|.settings.billMonths|.settings.billMonth|mappings/bills.records/request.jslt, line |the member billMonth of the settings",
                "bills.records|pull.jslt|\"billCycle\"|\"bilCycle\"|mappings/bills.records/pull.jslt, line |: gives a document the column bilCycle, which record.schema.json does not describe; write billCycle if that is meant",
                "customers.associations|delta.jslt|{\"change\":|{\"chnge\":|mappings/customers.associations/delta.jslt, line |gives the column chnge of a row customer, which answer.schema.json does not know",
                "customers.create|response.jslt|.record.accountName|.record.acountName|mappings/customers.create/response.jslt, line |: asks for the column acountName",
                "customers.create|response.jslt|{\"customerId\": $customer-id|{\"custmerId\": $customer-id|mappings/customers.create/response.jslt, line |gives the column custmerId of the result, which answer.schema.json does not know",
            })
    void mappingsGiveAndAskForWhatThereIs(
            String iface, String file, String right, String wrong, String place, String said) {
        var sentences = ShippedFiles.said(iface, file, text -> replacedOnce(text, right, wrong));

        assertThat(sentences)
                .anySatisfy(sentence -> assertThat(sentence).startsWith(place).contains(said));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders.list|shared/order.jslt|v:text($order.customer_id)|join($order.customer_id, \"\")|mappings/orders.list/response.|: interface orders.list: Cannot convert |of samples/recorded.json)",
                "orders.renew|format.xml|<field name=\"orderId\" length=\"64\"|<field name=\"orderId\" length=\"8\"|mappings/|the column orderId of a row renewal, which has|of samples/recorded.json)",
                "orders.list|shared/order.jslt|$order.service_type_code|$order.service_typ_code|mappings/orders.list/response.new.jslt|no longer gives the column service of a row order, though the partner's answer has it|of samples/recorded.json)",
                "orders.list|request.new.jslt|\"customer_id\":|\"custmer_id\":|mappings/orders.list/request.new.jslt|asks the partner with custmer_id, with which nobody asked before; write customer_id if that is meant|of samples/recorded.json)",
                "orders.list|request.new.jslt|\"method\": \"GET\"|\"method\": \"FETCH\"|mappings/orders.list/request.new.jslt|'method' must be one of GET, POST, PUT, DELETE|of samples/recorded.json)",
            })
    void mappingsCanTellWhatThePartnerAnswered(
            String iface, String file, String right, String wrong, String place, String said, String sample) {
        var sentences = ShippedFiles.said(iface, file, text -> replacedOnce(text, right, wrong));

        assertThat(sentences)
                .anySatisfy(sentence ->
                        assertThat(sentence).startsWith(place).contains(said).contains(sample));
    }

    @Test
    void noPartOfALineBelongsToNoColumn() {
        String line =
                "<field name=\"recordType\" length=\"1\" rid=\"true\" literal=\"T\"/>\n      <field name=\"problems\"";
        String gap =
                "<field name=\"recordType\" position=\"0\" length=\"1\" rid=\"true\" literal=\"T\"/>\n      <field name=\"problems\" position=\"3\"";

        assertSaid(
                "orders.list",
                "format.xml",
                line,
                gap,
                "refusal/trailer/problems: before it 2 bytes belong to no column; write position=\"1\"");
    }

    private static void assertSaid(String iface, String file, String right, String wrong, String said) {
        List<String> sentences = ShippedFiles.said(iface, file, text -> replacedOnce(text, right, wrong));

        assertThat(sentences).anySatisfy(sentence -> assertThat(sentence)
                .startsWith("mappings/" + (file.startsWith("shared/") ? "" : iface + "/"))
                .contains(said));
    }

    private static String replacedOnce(String text, String right, String wrong) {
        int at = text.indexOf(right);
        assertThat(at).as(right).isNotNegative();
        return text.substring(0, at) + wrong + text.substring(at + right.length());
    }
}
