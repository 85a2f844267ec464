package io.hcpnbridge.erp.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether two patterns have a queue in common. */
class QueueNameTest {
    @ParameterizedTest
    @CsvSource({
        "a.b, a.b, true",
        "a.b, A.B, true",
        "a.b, a.c, false",
        "a.*, a.b, true",
        "a.*, a.b.c, false",
        "a.*, *.b, true",
        "a.**, a.b.c, true",
        "a.**, a, true",
        "a.**, b.**, false",
        "**, x.y, true",
        "**.z, a.*, true",
        "a.**.z, a.*.*, true",
        "a.**.z, a.*.y, false",
        "a.*.z, a.**.y.z, true",
        "a.*.z, a.**.y.y.z, false"
    })
    void patternsOverlapIfANameFitsBoth(String pattern, String other, boolean overlap) {
        assertThat(QueueName.overlap(pattern, other)).isEqualTo(overlap);
        assertThat(QueueName.overlap(other, pattern)).isEqualTo(overlap);
    }
}
