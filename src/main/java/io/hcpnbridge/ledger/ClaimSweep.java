package io.hcpnbridge.ledger;

import io.hcpnbridge.text.Words;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives claims back that are over, see {@link RecordLedger#sweepExpiredClaims}. */
final class ClaimSweep {
    private static final String SWEEP =
            """
            with expired as (
                select record.id from record left join replica on replica.name = claimed_by
                where state in ('CLAIMED', 'SENT')
                    and (claimed_until < now() or state = 'CLAIMED' and replica.alive_until < now())
                    and %s
                for update of record skip locked)
            update record set changed_at = now(), due_at = now(),
                code = case state when 'SENT' then :code end,
                text = case state when 'SENT' then :text end,
                text_zh = case state when 'SENT' then :textZh end,
                content = case state when 'SENT' then %s else content end,
                one_time = case state when 'SENT' then %s else one_time end,
                state = case state when 'SENT' then 'IN_DOUBT' else 'DUE' end
            from expired where record.id = expired.id
            returning record.id, record.state
            """
                    .formatted(Holder.MAY_JUDGE, RecordLedger.WITHOUT_ONE_TIME, RecordLedger.USED_ONE_TIME);

    private final JdbcClient jdbc;
    private final DoubtLedger doubts;

    ClaimSweep(JdbcClient jdbc, DoubtLedger doubts) {
        this.jdbc = jdbc;
        this.doubts = doubts;
    }

    /** How many records were given back, or are in doubt from now on. */
    int of(Holder holder, String codeInDoubt, Words textInDoubt) {
        var swept = jdbc.sql(SWEEP)
                .params(holder.parameters())
                .param("code", codeInDoubt)
                .param("text", textInDoubt.en())
                .param("textZh", textInDoubt.zh())
                .query((row, number) -> Map.entry(row.getLong("id"), row.getString("state")))
                .list();
        doubts.open(swept.stream()
                .filter(record -> record.getValue().equals(RecordState.IN_DOUBT.name()))
                .map(Map.Entry::getKey)
                .toList());
        return swept.size() + doubts.sweep(holder);
    }
}
