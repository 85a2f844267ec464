package io.hcpnbridge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.ledger.AnswerLedger;
import io.hcpnbridge.ledger.LedgerBench;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An answer of any size goes into the ledger in parts, on a real ledger. */
class AnswerPartsTest {
    private static final int PART = 256 * 1024;

    private final LedgerBench ledger = new LedgerBench(1);
    private final long batch =
            ledger.sql().sql("select id from batch").query(Long.class).single();

    @Test
    void partsAreFullButTheLastAndGiveTheSameBytesHoweverTheyWereWritten() {
        var content = new byte[2 * PART + 17];
        new Random(1).nextBytes(content);
        written(parts -> {
            parts.write(content, 0, PART - 1);
            parts.write(content[PART - 1]);
            parts.write(content, PART, 10);
            parts.write(content, PART + 10, content.length - PART - 10);
        });

        assertThat(stored()).extracting(part -> part.length).containsExactly(PART, PART, 17);
        var together = new ByteArrayOutputStream();
        stored().forEach(together::writeBytes);
        assertThat(together.toByteArray()).isEqualTo(content);
    }

    @Test
    void anAnswerThatEndsWithAPartHasNoEmptyOneBehindIt() {
        written(parts -> parts.write(new byte[PART], 0, PART));

        assertThat(stored()).hasSize(1);
    }

    private void written(Consumer<AnswerParts> writing) {
        var transaction = new TransactionTemplate(ledger.part(PlatformTransactionManager.class));
        transaction.executeWithoutResult(any -> {
            try (var parts = new AnswerParts(ledger.part(AnswerLedger.class), batch, 1)) {
                writing.accept(parts);
            }
        });
    }

    private List<byte[]> stored() {
        return ledger.sql()
                .sql("select content from answer_part where batch_id = ? and edition = 1 order by part")
                .param(batch)
                .query(byte[].class)
                .list();
    }
}
