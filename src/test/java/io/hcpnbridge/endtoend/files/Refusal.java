package io.hcpnbridge.endtoend.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpFormat;
import java.util.List;

/**
 * The answer to a file that is refused.
 *
 * @param problems in the order of the file
 */
record Refusal(String file, String batchNumber, String tenant, List<Problem> problems) {
    record Problem(int line, String field, String value, String rule) {}

    /** Reads it as the ERP does, trailer included. */
    static Refusal read(ErpFormat format, byte[] answer) {
        var lines = format.read(answer);
        assertThat(lines.get(0).fields()).containsEntry("recordType", "X");
        var problems = lines.stream()
                .filter(line -> line.record().equals("problem"))
                .map(line -> new Problem(
                        Integer.parseInt(line.get("line")), line.get("field"), line.get("value"), line.get("rule")))
                .toList();
        var trailer = lines.get(lines.size() - 1);
        assertThat(trailer.record()).isEqualTo("trailer");
        assertThat(Integer.parseInt(trailer.get("problems"))).isEqualTo(problems.size());
        return new Refusal(
                lines.get(0).get("file"),
                lines.get(0).get("batchNumber"),
                lines.get(0).get("tenant"),
                problems);
    }

    /** The only problem. */
    Problem problem() {
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }
}
