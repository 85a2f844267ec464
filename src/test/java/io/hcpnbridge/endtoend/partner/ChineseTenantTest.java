package io.hcpnbridge.endtoend.partner;

import static io.hcpnbridge.endtoend.partner.ErpDesk.renewal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.fault.Fault;
import io.hcpnbridge.standin.state.RenewalRefusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One batch of renewals of a tenant that is written to in Chinese: whatever the adapter says is Chinese, the partner's words are its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChineseTenantTest {
    private static final String RENEW = "orders.renew";
    private static final String CUSTOMER = "c0ffee0000000000000000000000001";

    private final List<Map<String, String>> records = new ArrayList<>();
    private final ErpFormat format = ErpFormat.of(RENEW);
    private RunningBridge bridge;
    private byte[] file;
    private Answer answer;

    @BeforeAll
    void renewAllInOneBatch() {
        bridge = RunningBridge.start(surroundings -> {
            surroundings.knowCustomer(CUSTOMER);
            surroundings.set("partner.tenants." + Surroundings.TENANT + ".language", "zh_CN");
            surroundings.set("partner.orders.generation", "new");
        });
        renew("GOOD", 0);
        renew("UNPAID", 0);
        bridge.partner().state().changeResource("UNPAID", resource -> resource.refuses(RenewalRefusal.UNPAID_ORDER));
        renew("LOST", 0);
        fault("LOST", Fault.resetAfter());
        renew("LONG-ID", 0);
        fault("LONG-ID", Fault.altered(body -> {
            ((ArrayNode) body.path("order_ids")).set(0, "CS" + "7".repeat(78));
            return body;
        }));
        renew("OLD-ONLY", 2);
        records.add(renewal("TWICE", CUSTOMER, 0, "r1", "r1"));
        file = bridge.answerTo(RENEW, "B1.txt", batch("B1", records));
        answer = new Answer(format.read(file));
    }

    @AfterAll
    void stop() {
        bridge.close();
    }

    @Test
    void successNeedsNoWords() {
        assertThat(answer.outcome("GOOD")).isEqualTo("OK");
        assertThat(answer.text("GOOD")).isEmpty();
    }

    @Test
    void thePartnersOwnWordsPassAsTheyCome() {
        assertThat(answer.outcome("UNPAID")).isEqualTo("REFUSED " + RenewalRefusal.UNPAID_ORDER.newCode());
        assertThat(answer.text("UNPAID")).isEqualTo(RenewalRefusal.UNPAID_ORDER.text());
    }

    @Test
    void doubtIsToldInChinese() {
        assertThat(answer.outcome("LOST")).isEqualTo("IN_DOUBT BRIDGE.CONNECTION_LOST");
        assertThat(answer.text("LOST")).isEqualTo("在收到完整的应答之前连接中断");
    }

    @Test
    void whatWasCarriedOutAndCannotBeTold() {
        assertThat(answer.outcome("LONG-ID")).isEqualTo("PARTIAL BRIDGE.ANSWER_UNFIT");
        assertThat(answer.text("LONG-ID")).startsWith("伙伴已经执行（order_ids").contains("但是：伙伴的应答无法转交：renewal 行的列 orderId");
    }

    @Test
    void refusalsOfTheAdapterAreToldInChinese() {
        assertThat(answer.outcome("OLD-ONLY")).isEqualTo("REFUSED BRIDGE.GENERATION_CONFLICT");
        assertThat(answer.text("OLD-ONLY")).isEqualTo("配置使用新接口，但是expireMode=2：只有旧接口能让资源到期后删除");
        assertThat(answer.outcome("TWICE")).isEqualTo("REFUSED BRIDGE.IMPOSSIBLE_RECORD");
        assertThat(answer.text("TWICE").replace(" ", "")).isEqualTo("resource2与前面的列重复");
    }

    @Test
    void aDocumentThatCameWithOtherContentBefore() {
        var other = new Answer(format.read(
                bridge.answerTo(RENEW, "B2.txt", batch("B2", List.of(renewal("GOOD", CUSTOMER, 1, "r9"))))));

        assertThat(other.outcome("GOOD")).isEqualTo("REFUSED BRIDGE.DOCUMENT_CHANGED");
        assertThat(other.text("GOOD").replace(" ", "")).isEqualTo("该单据号此前已随不同的内容出现在文件B1.txt中；本行没有发送任何内容");
    }

    @Test
    void aSampleThatIsRefusedWhole() throws IOException {
        var sample = Files.readAllBytes(Path.of("mappings/orders.renew/samples/refused-april.in.txt"));

        var refusal = new String(bridge.answerTo(RENEW, "april.txt", sample), format.charset());

        assertThat(refusal)
                .contains("在 periodType 为 2（月）时必须不大于 11")
                .contains("为必填项")
                .doesNotContain("must be", "is required");
    }

    @Test
    void everyLineIsWholeInTheCharsetOfTheFile() throws IOException {
        var decoded =
                format.charset().newDecoder().decode(ByteBuffer.wrap(file)).toString();

        assertThat(decoded).doesNotContain("\uFFFD", "\\u");
        assertThat(decoded.getBytes(format.charset())).isEqualTo(file);
    }

    @Test
    void operatorsReadEnglish() {
        var texts = bridge.ledger()
                .sql("select text from record where document in ('LOST', 'TWICE', 'OLD-ONLY') union all"
                        + " select text from attempt_outcome where code = 'BRIDGE.CONNECTION_LOST'")
                .query(String.class)
                .list();

        assertThat(texts).hasSize(4).noneMatch(text -> text.matches(".*\\p{IsHan}.*"));
    }

    private byte[] batch(String number, List<Map<String, String>> renewals) {
        return format.batch(
                Surroundings.TENANT, number, renewals, Map.of("periodTotal", String.valueOf(renewals.size())));
    }

    private void renew(String document, int expireMode) {
        bridge.partner().resource(CUSTOMER, document, draft -> draft);
        records.add(renewal(document, CUSTOMER, expireMode, document));
    }

    private void fault(String resource, Fault fault) {
        bridge.partner()
                .faults()
                .next(
                        call -> call.api().family().equals("renew")
                                && new String(call.request().body(), StandardCharsets.UTF_8)
                                        .contains("\"" + resource + "\""),
                        1,
                        fault);
    }
}
