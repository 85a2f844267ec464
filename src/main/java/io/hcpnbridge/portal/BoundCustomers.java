package io.hcpnbridge.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.BindingLedger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** What the partner has told of bound accounts, for documents of {@code customers.bound}. */
@Component("boundCustomers")
public class BoundCustomers {
    private final BindingLedger ledger;

    BoundCustomers(BindingLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * The notices of a time.
     *
     * @param asked {@code from}, included, and {@code to}, not included
     * @return {@code notices}, in the order in which they came
     */
    public ObjectNode told(@Body JsonNode asked, @ExchangeProperty("tenant") String tenant) {
        var told = ExactJson.mapper().createObjectNode();
        var notices = told.putArray("notices");
        ledger.between(tenant, time(asked, "from"), time(asked, "to")).forEach(notice -> notices.addObject()
                .put("number", String.valueOf(notice.number()))
                .put("platformUserId", notice.userId())
                .put("customerId", notice.customerId())
                .put("accountName", notice.account())
                .put("action", notice.action())
                .put("notifiedAt", notice.at().truncatedTo(ChronoUnit.SECONDS).toString()));
        return told;
    }

    private static Instant time(JsonNode asked, String name) {
        return Instant.parse(asked.path(name).asText());
    }
}
