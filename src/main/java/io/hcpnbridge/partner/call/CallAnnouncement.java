package io.hcpnbridge.partner.call;

import io.hcpnbridge.partner.PartnerCall;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The last step before a call is signed. */
@Component("callAnnouncement")
public class CallAnnouncement {
    /** Has it committed that the call is about to be sent. */
    public void commit(Exchange exchange) {
        PartnerCall.of(exchange).announce();
    }
}
