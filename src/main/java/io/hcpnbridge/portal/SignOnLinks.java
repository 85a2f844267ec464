package io.hcpnbridge.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.SignOnLedger;
import io.hcpnbridge.secret.Current;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Links that the ERP asks for, one for each document of {@code sign-on.link}. */
@Component("signOnLinks")
public class SignOnLinks {
    private final SignOnLedger ledger;
    private final PortalProperties settings;
    private final Optional<Current<Portal>> portal;
    private final ObjectProvider<Gate> gate;

    SignOnLinks(
            SignOnLedger ledger,
            PortalProperties settings,
            ObjectProvider<Current<Portal>> portal,
            ObjectProvider<Gate> gate) {
        this.ledger = ledger;
        this.settings = settings;
        this.gate = gate;
        this.portal = Optional.ofNullable(portal.getIfAvailable());
    }

    /**
     * A new link.
     *
     * @param asked what the mapping asks for: {@code person} (platformUserId, name, email, mobile), {@code binds}, {@code target}
     * @return {@code link} and {@code expiresAt}; or {@code problem}: {@code off}, {@code platform} or {@code target}, and for the last one
     *     {@code targets}
     */
    public ObjectNode issue(
            @Body JsonNode asked,
            @ExchangeProperty("tenant") String tenant,
            @ExchangeProperty("document") String document) {
        var told = ExactJson.mapper().createObjectNode();
        var target = asked.path("target").asText();
        if (portal.isEmpty()) {
            return told.put("problem", "off");
        }
        if (!portal.get().get().tenants().containsKey(tenant)) {
            return told.put("problem", "platform");
        }
        if (!settings.targets().containsKey(target)) {
            settings.targets().keySet().stream().sorted().forEach(told.putArray("targets")::add);
            return told.put("problem", "target");
        }
        var token = gate.getObject().token();
        var ends = ledger.issue(
                token.hash(),
                tenant,
                document,
                asked.withObject("/person"),
                asked.path("binds").asBoolean(),
                target,
                settings.linkTime());
        return told.put("link", settings.publicAddress() + "/s/" + token.text())
                .put("expiresAt", ends.truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
