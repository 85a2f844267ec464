package io.hcpnbridge.check.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One thing wrong in a mapping that ships: the check names file, line, column and what is wrong with it. */
class MappingMutantsTest {
    static Iterable<String> interfaces() {
        return ShippedFiles.interfaces();
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void nothingIsWrongWithWhatShips(String iface) {
        assertThat(MappingsCheck.mistakes(ShippedFiles.mapping(iface), ShippedFiles.samples(iface)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders.list|interface.yaml|serviceName: {type: text, length: 400|serviceName: {type: text, length: 4000|answer/order takes 4843, more than max-line, 4000",
                "orders.list|shared/files.yaml|max-line: 4000|max-line: 400|refusal/problem takes 450, more than max-line, 400",
                "orders.list|interface.yaml|payBefore: {type: time|payBefore: {type: time, length: 12|answer.order.columns.payBefore.length must be at least 14, the length of a time",
                "orders.list|interface.yaml|orderId: {type: id|orderId: {type: text|record.orderId.length is missing",
            })
    void lengthsFit(String iface, String file, String right, String wrong, String said) {
        assertSaid(iface, file, right, wrong, said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders.list|interface.yaml|customerId: {|custmerId: {|asks for the column customerId, which interface.yaml does not have; write custmerId",
                "orders.list|interface.yaml|sourceType: {|sorceType: {|gives the column sourceType of a row order, which interface.yaml does not know; write it there, or leave it out; write sorceType",
                "orders.list|interface.yaml|  discount:|  discounts:|gives the column row of a row discount, which interface.yaml does not know as a kind of row; it must be one of order, discounts, project, suborder",
                "orders.list|rules.jslt|\"createdTo\"|\"creatdTo\"|asks for the column creatdTo, which interface.yaml does not have; write createdTo",
                "orders.list|shared/records.yaml|inDoubt: {|indoubt: {|answer.trailer.columns must have inDoubt",
                "orders.list|shared/records.yaml|key: {|kee: {|answer.sum.columns must have key",
                "customers.create|interface.yaml|accountName: {|acountName: {|asks for the column accountName, which interface.yaml does not have; write acountName",
                "customers.create|interface.yaml|associatedOn: {|asociatedOn: {|gives the column associatedOn of the result, which interface.yaml does not know",
                "customers.create|interface.yaml|associatedOn: {|asociatedOn: {|no mapping gives the column asociatedOn of the result; give it, or take it out",
                "orders.list|interface.yaml|apis: [list-orders-old, list-orders-new]|apis: [list-orders-old]|calls the API list-orders-new, which apis of interface.yaml does not have; write list-orders-old",
                "orders.list|interface.yaml|apis: [list-orders-old, list-orders-new]|apis: [list-orders-old, list-orders-new, query-customers]|line 5: no mapping calls the API query-customers, which apis names; call it, or take it out",
                "orders.list|request.new.jslt|\"list-orders-new\"|\"list-orders-newer\"|calls the API list-orders-newer, which apis of interface.yaml does not have; write list-orders-new if that is meant",
                "customers.realname-apply|shared/review.jslt|\"realname-result\"|\"realname-results\"|no mapping calls the API realname-result, which apis names; call it, or take it out; write realname-results",
                "orders.list|interface.yaml|userName: {|ordererName: {|no mapping gives the column ordererName of a row order; give it, or take it out",
                "bills.records|interface.yaml|field: cashAmount|field: cashAmout|there is no column cashAmout of fee; write cashAmount",
                "bills.records|interface.yaml|by: currency|by: currenzy|there is no column currenzy of fee; write currency",
                "orders.coupons|availability.jslt|\"site\",|\"sit\",|has a reason about sit, which nobody is asked about; write site",
                "bills.records|interface.yaml|usageMeasureId: {|usageMesureId: {|gives the column usageMeasureId of a row fee, which interface.yaml does not know",
            })
    void allFilesNameTheSameColumns(String iface, String file, String right, String wrong, String said) {
        assertSaid(iface, file, right, wrong, said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders.list|interface.yaml|originalPrice: {type: amount, length: 24|originalPrice: {type: time|gives the column originalPrice of a row order, which must be string",
                "orders.list|interface.yaml|createdAt: {type: time|createdAt: {type: amount, length: 24|gives the column createdAt of a row order, which must be number",
                "customers.realname-apply|interface.yaml|review: {type: word, length: 8|review: {type: word, length: 6|answer.result.columns.review.length must be at least 8, to hold REJECTED",
                "orders.list|shared/records.yaml|code: {type: text, length: 32|code: {type: text, length: 16|answer/result/code: BRIDGE.DOCUMENT_CHANGED, which the adapter writes there, has 23 bytes, its column holds 16",
                "orders.list|shared/records.yaml|status: {type: text, length: 10|status: {type: text, length: 7|answer/result/status: IN_DOUBT, which the adapter writes there",
                "orders.list|shared/records.yaml|batchNumber: {type: text, length: 20|batchNumber: {type: text, length: 25|answer/header/batchNumber has room for 20 bytes, but batch/header/batchNumber, which it repeats, has 25 bytes",
            })
    void columnsHaveRoomForWhatTheyHold(String iface, String file, String right, String wrong, String said) {
        assertSaid(iface, file, right, wrong, said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders.detail|shared/order.jslt|\"paidAt\":|\"statusText\": v:text($order.status_text), \"paidAt\":|mappings/shared/order.jslt, line |: orders.detail/response.old.jslt gives the column statusText of a row order, which interface.yaml does not know; write it there",
                "orders.list|shared/order.jslt|\"sourceType\":|\"sorceType\":|mappings/shared/order.jslt, line |: orders.list/response.old.jslt gives the column sorceType of a row order, which interface.yaml does not know; write it there, or leave it out; write sourceType if that is meant",
                "orders.list|shared/order.jslt|{\"row\": \"order\"|{\"row\": \"ordr\"|mappings/shared/order.jslt, line |gives the column row of a row ordr, which interface.yaml does not know as a kind of row; it must be one of order, discount, project, suborder",
                "orders.list|request.new.jslt|.record.customerId|.record.custmerId|mappings/orders.list/request.new.jslt, line |: asks for the column custmerId, which interface.yaml does not have; write customerId if that is meant",
                "orders.list|request.new.jslt|\"query\":|\"qery\":|mappings/orders.list/request.new.jslt, line |: gives a request the member qery, which is not read; write query if that is meant",
                "orders.list|generation.jslt|.record.|.recrod.|mappings/orders.list/generation.jslt, line |: asks for the member recrod of the input, which there is not; write record if that is meant",
                "orders.provisioning|generation.jslt|.record.wantParts|.record.wantPart|mappings/orders.provisioning/generation.jslt, line |: asks for the column wantPart, which",
                "orders.renew|shared/renewal.jslt|\"stage\": $stage|\"stag\": $stage|mappings/shared/renewal.jslt, line |gives the column stag of a row failed",
                "orders.renew|response.new.jslt|renewal:failed-rows($failures, \"RENEW\")|renewal:failed-rows($failures, \"RENEWING-OF-RESOURCES\")|mappings/shared/renewal.jslt, line |gives the column stage of a row failed, which has 21 bytes, its column holds",
                "bills.records|request.jslt|.settings.billMonths|.settings.billMonth|mappings/bills.records/request.jslt, line |the member billMonth of the settings",
                "bills.records|pull.jslt|\"billCycle\"|\"bilCycle\"|mappings/bills.records/pull.jslt, line |: gives a document the column bilCycle, which interface.yaml does not have; write billCycle if that is meant",
                "customers.associations|delta.jslt|{\"change\":|{\"chnge\":|mappings/customers.associations/delta.jslt, line |gives the column chnge of a row customer, which interface.yaml does not know",
                "customers.create|response.jslt|.record.accountName|.record.acountName|mappings/customers.create/response.jslt, line |: asks for the column acountName",
                "customers.create|response.jslt|{\"customerId\": $customer-id|{\"custmerId\": $customer-id|mappings/customers.create/response.jslt, line |gives the column custmerId of the result, which interface.yaml does not know",
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
                "bills.records|request.jslt|\"zh\":|\"zh_CN\":|mappings/bills.records/request.jslt, line 14: has a text in one language only; write \"zh\" beside \"en\"",
                "customers.create|response.jslt|\"en\":|\"english\":|mappings/customers.create/response.jslt, line 19: has a text in one language only; write \"en\" beside \"zh\"",
                "customers.realname-apply|shared/review.jslt|\"text\": {|\"text\": \"It is taken\", \"told\": {|mappings/shared/review.jslt, line 53: has a text in one language only; write {\"en\": …, \"zh\": …}",
                "resources.on-demand|request.jslt|\"refusal\": {|\"refusal\": \"No such range\", \"r\": {|mappings/resources.on-demand/request.jslt, line 9: has a refusal in one language only; write {",
                "orders.provisioning|generation.jslt|\"old\":|\"new\": [\"only the new one\"], \"old\":|mappings/orders.provisioning/generation.jslt, line 5: has a reason in one language only; write {",
                "customers.realname-apply|shared/review.jslt|\"text\": {\"en\": \"The application was taken; \" + w:en($text), \"zh\": \"申请已受理；\" + w:zh($text)}|\"text\": \"Taken;\" + $text|mappings/shared/review.jslt, line 53: customers.realname-apply/response.jslt puts both languages of judgement.text into one text; take each by shared/words.jslt",
            })
    void whatTheErpIsToldStandsInBothLanguages(String iface, String file, String right, String wrong, String said) {
        var sentences = ShippedFiles.said(iface, file, text -> replacedOnce(text, right, wrong));

        assertThat(sentences).anySatisfy(sentence -> assertThat(sentence).startsWith(said));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders.list|shared/order.jslt|v:text($order.customer_id)|join($order.customer_id, \"\")|mappings/orders.list/response.|: interface orders.list: Cannot convert |of samples/recorded.json)",
                "orders.renew|interface.yaml|orderId: {type: text, length: 64|orderId: {type: text, length: 8|mappings/|the column orderId of a row renewal, which has|of samples/recorded.json)",
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

    private static void assertSaid(String iface, String file, String right, String wrong, String said) {
        List<String> sentences = ShippedFiles.said(iface, file, text -> replacedOnce(text, right, wrong));

        assertThat(sentences)
                .anySatisfy(
                        sentence -> assertThat(sentence).startsWith("mappings/").contains(said));
    }

    private static String replacedOnce(String text, String right, String wrong) {
        int at = text.indexOf(right);
        assertThat(at).as(right).isNotNegative();
        return text.substring(0, at) + wrong + text.substring(at + right.length());
    }
}
