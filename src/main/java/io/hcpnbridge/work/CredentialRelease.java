package io.hcpnbridge.work;

import io.hcpnbridge.ledger.PauseLedger;
import io.hcpnbridge.ledger.RecordLedger;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.partner.settings.TenantSettings;
import io.hcpnbridge.secret.Version;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Ends the rest of a tenant's credentials when there are new keys: what the partner thought of the old ones no longer counts. */
@Component("credentialRelease")
public class CredentialRelease {
    private static final Logger LOG = LoggerFactory.getLogger(CredentialRelease.class);
    private static final String CREDENTIALS = "credential:";

    /** A step that was under way at the first may have let the credential rest, or its record wait for that, right after it. */
    private static final int TIMES = 2;

    private final PartnerSettings partner;
    private final PauseLedger pauses;
    private final RecordLedger records;
    private final TransactionOperations transaction;
    private final Map<String, Seen> tenants = new TreeMap<>();

    /** What a tenant's calls are made with, how often its rests are still to be ended for that, and whether there were any. */
    private record Seen(List<Version<?>> credentials, int times, boolean rested) {
        static Seen of(TenantSettings tenant, int times) {
            return new Seen(tenant.credentials().toList(), times, false);
        }

        boolean isOver() {
            return credentials.stream().anyMatch(Version::isReplaced);
        }
    }

    CredentialRelease(
            PartnerSettings partner, PauseLedger pauses, RecordLedger records, TransactionOperations transaction) {
        this.partner = partner;
        this.pauses = pauses;
        this.records = records;
        this.transaction = transaction;
        partner.tenants().forEach((name, tenant) -> tenants.put(name, Seen.of(tenant, 0)));
    }

    /** Looks which tenants have new keys. One that cannot be released now, as the ledger is out of reach, is with the next call. */
    public synchronized void release() {
        partner.tenants().forEach((name, tenant) -> {
            var seen = tenants.get(name);
            var now = seen.isOver() ? Seen.of(tenant, TIMES) : seen;
            if (now.times() > 0) {
                tenants.put(name, released(name, now));
            }
        });
    }

    private Seen released(String tenant, Seen seen) {
        var ended = transaction.execute(status -> {
            var rests = pauses.endAll(tenant, CREDENTIALS);
            if (rests > 0 || seen.rested()) {
                records.hasten(tenant);
            }
            return rests;
        });
        if (ended > 0) {
            LOG.info("{}: new keys are in use; rests of credentials that ended: {}", tenant, ended);
        }
        return new Seen(seen.credentials(), seen.times() - 1, seen.rested() || ended > 0);
    }
}
