package io.hcpnbridge.endtoend.files;

import static io.hcpnbridge.endtoend.files.Documents.detail;
import static io.hcpnbridge.endtoend.files.Documents.renewal;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.fault.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;

/** After a run with successes and failures of every kind: nobody who may look at the adapter sees a secret, or who the customers are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsTest {
    private static final String TOKEN = "TokenOf-c1-canary-5d41402abc4b2a76b9719d911017c592";

    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final AppenderBase<ILoggingEvent> recorder = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            log.add(event.getLoggerName() + " " + event.getFormattedMessage() + " "
                    + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    };

    private static final String IAM_PASSWORD = "iam-password-canary-7c9e6679";
    private static final String PHONE = "13876501234";
    private static final String MAIL = "mail-canary-9f86d081@example.com";
    private static final Pattern PERSONAL = Pattern.compile("name-canary|" + PHONE + "|mail-canary");
    private static final String FROM_IAM = "-canary-0123456789abcdef==";

    private RunningBridge bridge;
    private final List<byte[]> answers = new ArrayList<>();
    private Pattern secret;

    @BeforeAll
    void run() {
        bridge = RunningBridge.start(this::prepare);
        listen();
        var renew = ErpFormat.of("orders.renew");
        var detail = ErpFormat.of("orders.detail");
        bridge.partner()
                .faults()
                .next("detail", 1, echo(401, "APIGW.0301"))
                .next("detail", 1, Fault.html200())
                .next("detail", 1, Fault.resetBefore());
        answers.add(bridge.answerTo(
                "orders.renew",
                "renew.txt",
                renew.batch(
                        "RENEW",
                        List.of(
                                renewal("RENEW-1", "c1", "r1", 1),
                                renewal("RENEW-2", "stranger", "r2", 1),
                                renewal("RENEW-3", "by-keys", "r3", 1)),
                        Map.of("periodTotal", "3"))));
        answers.add(bridge.answerTo(
                "orders.renew",
                "token.txt",
                renew.batch(
                        "tokens",
                        "TOKEN",
                        List.of(renewal("RENEW-4", "by-token", "r4", 1)),
                        Map.of("periodTotal", "1"))));
        answers.add(bridge.answerTo(
                "orders.detail",
                "detail.txt",
                detail.batch("DETAIL", List.of(detail("DETAIL-1", "CS1"), detail("DETAIL-2", "unknown")))));
        answers.add(bridge.answerTo("orders.detail", "refused.txt", "nothing".getBytes(ErpFormat.CHARSET)));
        createCustomers();
        bridge.surroundings().sftp().dropConnections();
        bridge.erp().close();
    }

    /** One is created, one refused, of one the answer breaks off; then a file is refused for what stands in a personal column. */
    private void createCustomers() {
        var create = ErpFormat.of("customers.create");
        bridge.partner()
                .faults()
                .next(
                        call -> call.api() == Api.CREATE_CUSTOMER
                                && new String(call.request().body(), StandardCharsets.UTF_8).contains("name-canary"),
                        1,
                        Fault.resetAfter());
        answers.add(bridge.answerTo(
                "customers.create",
                "customers.xml",
                create.batch(
                        "CUSTOMERS",
                        List.of(
                                customer("customer-1", "mobilePhone", PHONE),
                                customer("customer-2", "accountName", "name-canary-2"),
                                customer("customer-3", "mobilePhone", PHONE)))));
        answers.add(bridge.answerTo(
                "customers.create",
                "refused.xml",
                create.batch("REFUSED", List.of(customer("customer-4", "email", MAIL.replace('@', ' '))))));
    }

    private static Map<String, String> customer(String number, String column, String value) {
        var customer = new HashMap<>(Map.of("document", number, "platformUserId", number, column, value));
        if (!column.equals("accountName")) {
            customer.put("verificationCode", "123456");
        }
        return customer;
    }

    @AfterAll
    void close() {
        root.detachAppender(recorder);
        List.of("io.hcpnbridge", "org.apache.camel")
                .forEach(name -> ((Logger) LoggerFactory.getLogger(name)).setLevel(null));
        bridge.bridge().close();
        bridge.surroundings().close();
    }

    @Test
    void theRunWasOne() {
        assertThat(bridge.partner().journal().placedRenewals("r1")).isEqualTo(1);
        assertThat(bridge.partner().journal().calls())
                .anySatisfy(call -> assertThat(call.header("X-Security-Token")).contains(TOKEN))
                .anySatisfy(call -> assertThat(call.errorCode()).isEqualTo("APIGW.0301"));
        assertThat(bridge.partner().journal().placedRenewals("r3")).isEqualTo(1);
        assertThat(bridge.partner().journal().placedRenewals("r4")).isEqualTo(1);
        assertThat(bridge.partner().journal().calls())
                .anySatisfy(call ->
                        assertThat(call.header("X-Auth-Token").orElse("")).contains(FROM_IAM))
                .anySatisfy(call ->
                        assertThat(call.header("X-Security-Token").orElse("")).contains(FROM_IAM))
                .anySatisfy(call -> assertThat(call.bodyText()).contains(IAM_PASSWORD));
        assertThat(log).hasSizeGreaterThan(100);
    }

    @Test
    void customersWereCreatedToo() {
        assertThat(bridge.partner().journal().calls(Api.CREATE_CUSTOMER))
                .hasSize(3)
                .anySatisfy(call -> assertThat(call.bodyText()).contains(PHONE))
                .anySatisfy(call -> assertThat(call.bodyText()).contains("name-canary"));
        assertThat(answers.get(answers.size() - 1))
                .asString(StandardCharsets.UTF_8)
                .contains("***");
    }

    @Test
    void theLogHasNone() {
        assertThat(log).noneMatch(this::tells);
    }

    @Test
    void theAnswersHaveNone() {
        assertThat(answers).noneMatch(answer -> secret.matcher(new String(answer, ErpFormat.CHARSET))
                .find());
    }

    @Test
    void theLedgerHasNone() {
        var tables = bridge.ledger()
                .sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list();
        assertThat(tables).contains("record", "attempt_outcome", "answer_part");
        for (var table : tables) {
            assertThat(bridge.ledger()
                            .sql("select row_to_json(t)::text from " + table + " t")
                            .query(String.class)
                            .list())
                    .as(table)
                    .noneMatch(row -> secret.matcher(row).find());
        }
    }

    /** No key is configured: what is kept of calls names neither secrets nor persons. */
    @Test
    void whatIsKeptOfCallsHasNone() {
        var kept = bridge
                .ledger()
                .sql("select content from exchange where content is not null")
                .query(byte[].class)
                .list()
                .stream()
                .map(SecretsTest::expanded)
                .toList();
        assertThat(kept).hasSizeGreaterThan(10).noneMatch(this::tells).noneMatch(text -> text.contains("123456"));
        assertThat(kept)
                .anySatisfy(text -> assertThat(text)
                        .startsWith("POST /v2/partners/sub-customers\n")
                        .contains("\"mobile_phone\":\"***\""))
                .anySatisfy(text -> assertThat(text).startsWith("401\n").contains("APIGW.0301"));
    }

    private static String expanded(byte[] content) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theEndpointsHaveNone() {
        var context = bridge.bridge().bean(CamelContext.class);
        assertThat(context.getEndpoints())
                .hasSizeGreaterThan(10)
                .noneMatch(endpoint -> tells(endpoint.getEndpointUri() + endpoint));
    }

    @Test
    void noMBeanHasOne() throws Exception {
        var server = ManagementFactory.getPlatformMBeanServer();
        var seen = 0;
        for (var name : server.queryNames(null, null)) {
            for (var attribute : server.getMBeanInfo(name).getAttributes()) {
                var text = value(name, attribute.getName());
                assertThat(tells(text)).as(name + " " + attribute.getName()).isFalse();
                seen++;
            }
            if ("routes".equals(name.getKeyProperty("type")) || "context".equals(name.getKeyProperty("type"))) {
                var operation = "routes".equals(name.getKeyProperty("type")) ? "dumpRouteAsXml" : "dumpRoutesAsXml";
                var xml = (String)
                        server.invoke(name, operation, new Object[] {true}, new String[] {boolean.class.getName()});
                assertThat(tells(xml)).as(name + " " + operation).isFalse();
            }
        }
        assertThat(seen).isGreaterThan(500);
    }

    /** The ledger and answers may name customers, these must not. */
    private boolean tells(String text) {
        return secret.matcher(text).find() || PERSONAL.matcher(text).find();
    }

    private void prepare(Surroundings surroundings) {
        surroundings.knowCustomer("c1");
        var keys = surroundings.partner().keysOf("c1").withToken(TOKEN);
        surroundings.partner().customer("c1", customer -> customer.withKeys(keys));
        surroundings.set("partner.tenants.acme.customers.c1.security-token", TOKEN);
        surroundings.partner().resource("c1", "r1", resource -> resource);
        surroundings.partner().order("c1", order -> order.id("CS1"));
        customersOfIam(surroundings);
        surroundings.partner().customers().codes().put(PHONE, "123456", Duration.ofHours(1));
        surroundings.set("logging.level.io.hcpnbridge", "debug").set("logging.level.org.apache.camel", "debug");
        secret = Pattern.compile(String.join(
                "|",
                Pattern.quote(surroundings.partner().partnerKeys().secretKey()),
                Pattern.quote(keys.secretKey()),
                TOKEN,
                FROM_IAM,
                "TempSecretOf-",
                IAM_PASSWORD,
                surroundings.sftp().password(),
                surroundings.operatorPassword(),
                "Signature=[0-9a-f]",
                "Authorization[\"']?\\s*[:=]\\s*[\"']?SDK"));
        listen();
    }

    /** One customer by temporary keys, one of another tenant by tokens. */
    private static void customersOfIam(Surroundings surroundings) {
        surroundings.authorisingCustomer("by-keys");
        surroundings.partner().resource("by-keys", "r3", resource -> resource);
        var other = "0fake00partner00000000000000000b";
        surroundings.partner().partner(other);
        surroundings.partner().customerOf(other, "by-token", customer -> customer);
        surroundings.partner().resource("by-token", "r4", resource -> resource);
        surroundings.partner().iam().authorise("by-token", "agency");
        surroundings.partner().iam().user(other, "corp", "api", IAM_PASSWORD);
        surroundings.tenant("tokens", other).set("partner.tenants.tokens.customer-access", "token");
        surroundings.set("partner.tenants.tokens.agency-name", "agency");
        surroundings.set("partner.tenants.tokens.iam-domain-name", "corp");
        surroundings.set("partner.tenants.tokens.iam-user", "api");
        surroundings.set("partner.tenants.tokens.iam-password", IAM_PASSWORD);
    }

    /** Spring Boot resets the log when it starts. */
    private void listen() {
        recorder.setContext(root.getLoggerContext());
        recorder.start();
        if (!root.isAttached(recorder)) {
            root.addAppender(recorder);
        }
    }

    /** A gateway that tells what it was sent, secrets included. */
    private static Fault echo(int status, String code) {
        return Fault.error(
                status,
                code,
                "Incorrect IAM authentication information: verify aksk signature fail, canonicalRequest: GET|/|x-security-token:"
                        + TOKEN
                        + "|Authorization: SDK-HMAC-SHA256 Access=a, SignedHeaders=b, Signature=0123456789abcdef");
    }

    private static String value(ObjectName name, String attribute) {
        try {
            return text(ManagementFactory.getPlatformMBeanServer().getAttribute(name, attribute));
        } catch (JMException | RuntimeMBeanException e) {
            return "";
        }
    }

    private static String text(Object value) {
        return value instanceof Object[] many ? Arrays.deepToString(many) : String.valueOf(value);
    }
}
