package io.hcpnbridge.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.operate.Chromium;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.fault.Fault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each question of an operator is answered in at most three clicks from the overview; {@code src/docs/en/desk.md} shows the pictures. */
@Tag("slow")
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskQuestionsTest {
    private static final Path PICTURES = Boolean.getBoolean("pictures.write")
            ? Path.of("src", "docs", "desk")
            : Path.of("target", "desk", "questions");
    private static final int MOST_CLICKS = 3;
    private static final String CREATE = "customers.create";
    private static final String DETAIL = "orders.detail";

    private RunningBridge bridge;
    private Chromium chromium;
    private boolean chinese;
    private String folder;

    @BeforeAll
    void start() throws Exception {
        Assumptions.assumeTrue(Chromium.isInstalled(), "The desk is not looked at: install the package chromium");
        bridge = RunningBridge.start(surroundings -> {
            surroundings.partner().customer("c1");
            surroundings.partner().order("c1", order -> order.id("CS1"));
            surroundings
                    .set("answer.await-doubts", "0s")
                    .set("doubts.poll-interval", "100")
                    .set("doubts.first-pause", "200ms")
                    .set("doubts.longest-pause", "300ms")
                    .set("partner.response-timeout", "1s")
                    .set("doubts.settle-time", "2s")
                    .set("doubts.patience", "3s")
                    .set("work.estimate-interval", "300")
                    .set("partner.quotas.show-order-new", "1");
        });
        chromium = Chromium.start();
        bridge.partner()
                .faults()
                .always(
                        call -> call.api() == Api.CREATE_CUSTOMER
                                && new String(call.request().body(), StandardCharsets.UTF_8).contains("-doubt\""),
                        Fault.error(500, "CBC.0999", "Other errors."));
    }

    @AfterAll
    void stop() {
        if (bridge != null) {
            chromium.close();
            bridge.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, en", "zh, zh-CN"})
    void threeClicksAreEnough(String name, String language) throws Exception {
        chinese = name.equals("zh");
        folder = name;
        Files.createDirectories(PICTURES.resolve(name));
        muchHappens();
        try (var page = DeskPage.login(
                chromium,
                bridge.bridge().console(),
                language,
                Surroundings.OPERATOR,
                bridge.surroundings().operatorPassword())) {
            page.waitForInFrame(say("Overview", "总览"));

            answered(page, "1-all-well", from(page).sees(say("wait for a person", "等待人工裁定")));
            answered(
                    page,
                    "2-waiting",
                    from(page).sees(say("What waits", "等待中的工作")).sees(DETAIL));
            answered(page, "3-document", from(page).search(name + "-good").sees(say("What happened", "经过")));
            answered(
                    page,
                    "4-sent",
                    from(page)
                            .search(name + "-good")
                            .click(say("What was sent and received", "查看收发内容"))
                            .sees("POST"));
            answered(
                    page,
                    "5-doubt",
                    from(page)
                            .click(say("wait for a person", "等待人工裁定"))
                            .click(name + "-doubt")
                            .choose("/record/doubt", "verdict", "REFUSED")
                            .fill("/record/doubt", "reason", say("not in Partner Center", "伙伴中心查无此客户"))
                            .send("/record/doubt")
                            .sees("decide-doubt"));
            answered(
                    page,
                    "9-when-done",
                    from(page).sees(say("Done in about", "预计完成还需")).sees(DETAIL));
            answered(
                    page,
                    "6-pause",
                    from(page)
                            .click(say("Pauses", "暂停"))
                            .select("/pauses", "tenant", "acme")
                            .fill("/pauses", "reason", say("maintenance at the partner", "伙伴侧维护"))
                            .send("/pauses")
                            .sees(say("maintenance at the partner", "伙伴侧维护")));
            answered(
                    page,
                    "7-once-more",
                    from(page)
                            .search(name + "-good")
                            .click(say("batch", "批次"))
                            .fill(again(name), "reason", say("the ERP has lost it", "ERP 丢失了答复"))
                            .send(again(name))
                            .sees(name + "-good.xml"));
            answered(
                    page,
                    "8-refused",
                    from(page)
                            .search(name + "-refused.xml")
                            .sees(say("Why it was refused", "拒绝原因"))
                            .sees("mobilePhone"));
            answered(
                    page,
                    "10-old-to-new",
                    from(page)
                            .click(say("Old → new", "新旧切换"))
                            .fill("/cutovers", "shadow", "100")
                            .fill("/cutovers", "reason", say("compare first", "先比较"))
                            .send("/cutovers")
                            .sees(say("compare first", "先比较")));
            answered(
                    page,
                    "11-colleagues",
                    from(page).click(say("What was done", "操作记录")).sees("set-cutover"));
            answered(page, "12-bound", from(page).click(say("Sign-on", "客户登录")).sees("account_of_lilei"));
            assertThat(page.troubles()).isEmpty();
        }
        bridge.ledger()
                .sql("select resume_work('acme', null, 'test', 'over')")
                .query()
                .listOfRows();
    }

    /**
     * A document that is answered, one that is in doubt, a file that is refused, many that wait for their quota, and customers who have
     * bound accounts.
     */
    private void muchHappens() {
        bound();
        drop(folder + "-good", Map.of("document", folder + "-good", "platformUserId", folder + "-good"));
        drop(folder + "-doubt", Map.of("document", folder + "-doubt", "platformUserId", folder + "-doubt"));
        drop(folder + "-refused", Map.of("document", "R", "platformUserId", "R", "mobilePhone", "12"));
        for (var file : List.of("-good", "-doubt", "-refused")) {
            bridge.awaitAnswer(CREATE, folder + file + ".xml");
        }
        var many = new ArrayList<Map<String, String>>();
        for (int n = 0; n < 400; n++) {
            many.add(Map.of("document", folder + "-" + n, "orderId", "CS1"));
        }
        bridge.erp().drop(DETAIL, folder + "-many.dat", ErpFormat.of(DETAIL).batch(folder, many));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> bridge.ledger()
                .sql("select count(*) from doubt join record on record.id = record_id"
                        + " where document = ? and left_at is not null")
                .param(folder + "-doubt")
                .query(Long.class)
                .single()
                .equals(1L));
    }

    /** The list that the ERP asks for then has the customer of the first one only. */
    private void bound() {
        bridge.ledger().sql("delete from binding_notice").update();
        bridge.ledger().sql("delete from sign_on_link").update();
        bridge.ledger()
                .sql(
                        """
                        insert into binding_notice (tenant, digest, content, action, customer_id, account, user_id) values
                            ('acme', 'a', '{}', 1, 'c1', 'account_of_lilei', 'lilei'),
                            ('acme', 'b', '{}', 1, 'c2', 'account_of_lintao', 'lintao')
                        """)
                .update();
        bridge.ledger()
                .sql(
                        """
                        insert into sign_on_link (token_hash, tenant, document, person, binds, target, expires_at, used_at) values
                            (gen_random_uuid(), 'acme', 'L', '{}', true, 'console', now(), now()),
                            (gen_random_uuid(), 'acme', 'L', '{}', true, 'console', now(), now()),
                            (gen_random_uuid(), 'acme', 'L', '{}', true, 'console', now(), null)
                        """)
                .update();
        bridge.ledger()
                .sql(
                        """
                        insert into event (tenant, interface, document, row_key, change, kind, content, sent_at)
                        select tenant, 'customers.bound', 'notice-' || id, customer_id, 'NEW', 'binding', '{}', now() from binding_notice
                        """)
                .update();
        bridge.ask("customers.associations", Map.of("document", folder + "-list"));
    }

    private void drop(String name, Map<String, String> record) {
        bridge.erp().drop(CREATE, name + ".xml", ErpFormat.of(CREATE).batch(name, List.of(record)));
    }

    private String again(String name) {
        return "/batches/"
                + bridge.ledger()
                        .sql("select batch_id from arrival where file_name = ? limit 1")
                        .param(name + "-good.xml")
                        .query(Long.class)
                        .single()
                + "/answer";
    }

    private static DeskWalk from(DeskPage page) {
        return new DeskWalk(page);
    }

    private void answered(DeskPage page, String question, DeskWalk walk) {
        assertThat(walk.clicks()).as(question).isLessThanOrEqualTo(MOST_CLICKS);
        page.screenshot(PICTURES.resolve(folder).resolve(question + ".png"));
    }

    private String say(String en, String zh) {
        return chinese ? zh : en;
    }
}
