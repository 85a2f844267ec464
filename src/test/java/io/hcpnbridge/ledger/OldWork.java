package io.hcpnbridge.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/** What came in, ended and was told two years ago. */
final class OldWork {
    private final LedgerBench ledger;
    private final BatchLedger batches;
    private final TransactionTemplate transaction;

    OldWork(LedgerBench ledger) {
        this.ledger = ledger;
        this.batches = ledger.part(BatchLedger.class);
        this.transaction = ledger.transaction();
    }

    /** A batch of two years ago, answered and delivered, with documents that have ended. */
    void answered(String hash, String... documents) {
        var lines = new ArrayList<BatchLine>();
        for (var document : documents) {
            lines.add(LedgerBench.line(lines.size() + 1, document, "hash of " + document));
        }
        var batch = accepted(hash, lines.toArray(BatchLine[]::new));
        transaction.executeWithoutResult(status -> {
            batches.noteArrival(batch, Arrival.ofFile(null, hash + ".txt"));
            change("update record set state = 'OK', changed_at = now() - interval '2 years' where first_batch_id = "
                    + batch);
            ended(batch);
        });
    }

    void refused() {
        transaction.executeWithoutResult(status -> {
            var batch = batches.open("orders.renew", "file", "r", "v");
            batches.noteProblems(batch, List.of(new BatchProblem(1, "f", "v", "r")));
            batches.noteArrival(batch, Arrival.ofFile(null, "r.txt"));
            ended(batch);
        });
    }

    void ended(long batch) {
        change("insert into answer_part (batch_id, part, content) values (" + batch + ", 0, 'x')");
        change("update batch set edition = 1, answered_at = now() - interval '2 years' where id = " + batch);
        change("update arrival set delivered_at = now() - interval '2 years' where batch_id = " + batch);
    }

    long accepted(String hash, BatchLine... lines) {
        return transaction.execute(status -> {
            var batch = batches.open("orders.renew", "file", hash, "v");
            batches.addLines(batch, "acme", "orders.renew", List.of(lines), Set.of());
            batches.accept(batch, "acme");
            return batch;
        });
    }

    void attempt(long record) {
        change("insert into attempt (record_id, claim, node, api, endpoint, effect, body_hash) values (" + record
                + ", 1, 'n', 'renew', 'POST /renew', 'WRITE', 'h')");
        change(
                "insert into attempt_outcome (attempt_id, verdict, outcome_known, duration_ms) select id, 'success', true, 1 from attempt");
    }

    void change(String sql) {
        ledger.jdbc.sql(sql).update();
    }
}
