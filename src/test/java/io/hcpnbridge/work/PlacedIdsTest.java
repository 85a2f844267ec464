package io.hcpnbridge.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.json.ExactJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacedIdsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'order_ids':['CS1','CS2']}|' (order_ids CS1, CS2)'",
                "{'domain_id':'d1','domain_name':'Zhang'}|' (domain_id d1)'",
                "{'orderId':17,'data':{'id':'x'}}|' (orderId 17; id x)'",
                "{'resources':[{'resource_id':'r1'},{'resource_id':'r2'}]}|' (resource_id r1; resource_id r2)'",
                "{'paid':true,'idCard':'310','valid':'yes'}|''",
                "{'id':null,'order_ids':[]}|''",
                "[]|''",
            },
            quoteCharacter = '"')
    void onlyIdsAreTold(String answer, String told) {
        assertThat(PlacedIds.of(ExactJson.read(answer.replace('\'', '"'))).en()).isEqualTo(told.replace("'", ""));
    }
}
