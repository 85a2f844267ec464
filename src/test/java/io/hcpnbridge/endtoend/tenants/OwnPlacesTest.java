package io.hcpnbridge.endtoend.tenants;

import static io.hcpnbridge.endtoend.tenants.TwoOwners.A_WHILE;
import static io.hcpnbridge.endtoend.tenants.TwoOwners.DETAIL;
import static io.hcpnbridge.endtoend.tenants.TwoOwners.PATIENCE;
import static io.hcpnbridge.endtoend.tenants.TwoOwners.answer;
import static io.hcpnbridge.endtoend.tenants.TwoOwners.drop;
import static io.hcpnbridge.endtoend.tenants.TwoOwners.file;
import static io.hcpnbridge.endtoend.tenants.TwoOwners.files;
import static io.hcpnbridge.endtoend.tenants.TwoOwners.message;
import static io.hcpnbridge.endtoend.tenants.TwoOwners.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.ErpQueue;
import io.hcpnbridge.rehearsal.RunningBridge;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthEndpoint;

/** Two tenants have folders and queues of their own, a third shares: each sees its own, whatever it tries. */
@Tag("slow")
@Tag("places")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnPlacesTest {
    private final RunningBridge bridge = RunningBridge.start(TwoOwners::prepare);
    private final ErpQueue erp = bridge.queue();

    @AfterAll
    void close() {
        bridge.close();
    }

    @ParameterizedTest
    @CsvSource({"acme, acme/in, acme/out", "beta, beta/in, beta/out", "gama, inbound, outbound"})
    void aFileIsAnsweredWhereItCameFrom(String tenant, String inbound, String outbound) {
        drop(bridge, inbound, tenant + "-first.txt", file(tenant, "FIRST"));

        assertThat(answer(bridge, outbound, tenant + "-first.txt"))
                .filteredOn(line -> line.record().equals("result"))
                .extracting(line -> line.get("status"))
                .containsExactly("OK");
        assertThat(files(bridge, "", tenant + "-first.txt.answer")).hasSize(1);
        assertThat(path(bridge, inbound).resolve(DETAIL).resolve(".done/" + tenant + "-first.txt"))
                .exists();
    }

    /** Also with the very content that the other tenant has an answer to: it gets no copy of that. */
    @ParameterizedTest
    @ValueSource(strings = {"beta", "none", "gama"})
    void aFileInATenantsOwnFolderNamesNoOther(String other) {
        if (other.equals("beta")) {
            drop(bridge, "beta/in", "mine.txt", file("beta", "MINE"));
            answer(bridge, "beta/out", "mine.txt");
        }
        drop(bridge, "acme/in", "of-" + other + ".txt", file(other, "MINE"));

        assertThat(problem(answer(bridge, "acme/out", "of-" + other + ".txt")))
                .isEqualTo("tenant " + other + " must be acme, whose folder it is");
        assertThat(files(bridge, "", "of-" + other + ".txt.answer")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "none"})
    void aFileInTheSharedFolderNamesNoneThatHasItsOwn(String tenant) {
        drop(bridge, "inbound", "for-" + tenant + ".txt", file(tenant, "SHARED"));

        assertThat(problem(answer(bridge, "outbound", "for-" + tenant + ".txt")))
                .isEqualTo("tenant " + tenant + " must be a configured tenant");
        assertThat(files(bridge, "acme", "for-")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"acme, acme/out", "beta, beta/out", "gama, outbound"})
    void whatASchedulePullsGoesToEachTenantsOwnFolder(String tenant, String outbound) {
        Awaitility.await().atMost(PATIENCE).until(() -> !files(bridge, outbound, "customers-")
                .isEmpty());

        assertThat(files(bridge, outbound, "customers-")).allMatch(name -> name.startsWith("customers-" + tenant));
    }

    @ParameterizedTest
    @CsvSource({"acme, acme.request, acme.reply", "beta, beta.request, beta.reply", "gama, erp.request, erp.reply"})
    void aMessageIsAnsweredInItsOwnersQueue(String tenant, String request, String reply) {
        var id = erp.sendTo(request, message(tenant, "M1"), message -> {});

        assertThat(json(erp.reply(reply, id)).at("/results/0/status").asText()).isEqualTo("OK");
    }

    @ParameterizedTest
    @CsvSource({
        "acme.request, beta, acme.reply, 'must be acme, whose queue it is'",
        "acme.request, none, acme.reply, 'must be acme, whose queue it is'",
        "erp.request, acme, erp.reply, must be a configured tenant",
        "erp.request, none, erp.reply, must be a configured tenant"
    })
    void aMessageNamesWhomItMayAndIsElseRefusedThere(String request, String tenant, String reply, String rule) {
        var id = erp.sendTo(request, message(tenant, "M2"), message -> {});

        assertThat(json(erp.reply(reply, id)).at("/problems/0/rule").asText()).isEqualTo(rule);
        assertThat(records("M2")).isZero();
    }

    /** They have no ids: only what they say tells one from another, and the queue they come by. */
    @Test
    void aMessageThatAnotherHasSentBeforeIsTakenInAllTheSame() {
        erp.sendWithoutId("acme.request", message("beta", "M3"));
        Awaitility.await().atMost(PATIENCE).until(() -> erp.next("acme.reply", A_WHILE)
                .isPresent());
        erp.sendWithoutId("beta.request", message("beta", "M3"));

        Awaitility.await().atMost(PATIENCE).until(() -> erp.next("beta.reply", A_WHILE)
                .isPresent());
        assertThat(records("M3")).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "acme.request, acme, acme.desk.1, acme.desk.1",
        "acme.request, acme, beta.reply, acme.reply",
        "acme.request, acme, beta.desk.1, acme.reply",
        "acme.request, acme, beta.request, acme.reply",
        "acme.request, acme, acme.request, acme.reply",
        "acme.request, acme, erp.reply, acme.reply",
        "acme.request, acme, erp.desk.1, acme.reply",
        "acme.request, acme, erp.request.refused, acme.reply",
        "erp.request, gama, acme.desk.1, erp.reply",
        "erp.request, gama, acme.reply, erp.reply",
        "erp.request, gama, beta.request.refused, erp.reply"
    })
    void aReplyGoesToNoQueueOfAnother(String request, String tenant, String wished, String reply) {
        var id = erp.sendTo(
                request,
                message(tenant, "R-" + wished + request.length()),
                message -> message.setJMSReplyTo(erp.queue(wished)));

        erp.reply(reply, id);
    }

    @Test
    void aReplyQueueOfAnotherIsNotOneByCallingItTemporary() {
        var id = erp.sendTo(
                "acme.request", message("acme", "T1"), message -> message.setJMSReplyTo(named("beta.reply")));

        erp.reply("acme.reply", id);
    }

    @Test
    void whatIsNotReadIsKeptInTheQueueOfItsOwner() {
        erp.sendTo("acme.request", message("acme", "X1"), message -> message.setStringProperty("CamelX", "1"));

        assertThat(erp.next("acme.request.refused", PATIENCE)).isPresent();
        assertThat(bridge.surroundings().broker().waiting(ErpQueue.REFUSED)).isZero();
    }

    /** As a login can that may make links below its own root. */
    @Test
    void aLinkInATenantsFolderLeadsNowhere() throws IOException {
        var theirs = Files.createDirectories(path(bridge, "beta/in/orders.provisioning"));
        Files.write(theirs.resolve(".theirs.txt.tmp"), file("beta", "LINK"));
        var link = path(bridge, "acme/in/orders.renew");
        Awaitility.await().atMost(PATIENCE).until(() -> Files.isDirectory(link));
        Files.move(link, path(bridge, "acme/elsewhere"));
        Files.createSymbolicLink(link, theirs);

        Awaitility.await().atMost(PATIENCE).until(() -> health().getDetails().containsKey("acme/in/orders.renew"));
        assertThat(health().getDetails().get("acme/in/orders.renew").toString()).contains("is left alone");

        Files.delete(link);
        Files.move(path(bridge, "acme/elsewhere"), link);
        Awaitility.await().atMost(PATIENCE).until(() -> !health().getDetails().containsKey("acme/in/orders.renew"));
        assertThat(theirs.resolve(".taking")).doesNotExist();
    }

    @Test
    void anAnswerIsNotWrittenThroughALink() throws IOException {
        var victim = Files.writeString(path(bridge, "victim.txt"), "untouched");
        var next = bridge.ledger()
                .sql("select coalesce(max(id), 0) from arrival")
                .query(Long.class)
                .single();
        var folder = Files.createDirectories(path(bridge, "acme/out").resolve(DETAIL));
        for (long arrival = next; arrival < next + 40; arrival++) {
            Files.createSymbolicLink(folder.resolve("." + arrival + ".answer.tmp"), victim);
        }
        drop(bridge, "acme/in", "trap.txt", file("acme", "TRAP"));

        answer(bridge, "acme/out", "trap.txt");
        assertThat(victim).hasContent("untouched");
    }

    private Health health() {
        return (Health) bridge.bridge().bean(HealthEndpoint.class).healthForPath("erpSftp");
    }

    private int records(String document) {
        return bridge.ledger()
                .sql("select count(*) from record where document = ?")
                .param(document)
                .query(Integer.class)
                .single();
    }

    private static String problem(List<ErpFormat.Line> refusal) {
        return refusal.stream()
                .filter(line -> line.record().equals("problem"))
                .map(line -> line.get("field") + " " + line.get("value") + " " + line.get("rule"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(Message reply) {
        return ExactJson.read(ErpQueue.text(reply));
    }

    private static Queue named(String queue) {
        return ActiveMQDestination.createTemporaryQueue(queue);
    }
}
