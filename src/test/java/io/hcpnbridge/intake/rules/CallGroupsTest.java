package io.hcpnbridge.intake.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.definition.Together;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which records go into one call. */
class CallGroupsTest {
    private final CallGroups groups = new CallGroups(new Together(List.of("customer", "region"), 2));

    @Test
    void everyRecordGoesByItselfUnlessItIsDeclaredOtherwise() {
        assertThat(new CallGroups(null).of(record("c1", "north"))).isNull();
    }

    @Test
    void thoseThatAgreeGoTogetherNoMoreThanDeclared() {
        var first = groups.of(record("c1", "north"));

        assertThat(groups.of(record("c1", "north"))).isEqualTo(first);
        var third = groups.of(record("c1", "north"));
        assertThat(third).isNotEqualTo(first);
        assertThat(groups.of(record("c1", "north"))).isEqualTo(third);
    }

    @Test
    void othersBetweenDoNotPartThem() {
        var first = groups.of(record("c1", "north"));
        groups.of(record("c2", "north"));

        assertThat(groups.of(record("c1", "north"))).isEqualTo(first);
    }

    @Test
    void valuesThatRunTogetherOrAreMissingAreNotTheSame() {
        var named = List.of(
                groups.of(record("ab", "c")),
                groups.of(record("a", "bc")),
                groups.of(record(null, "c")),
                groups.of(record("", "c")),
                groups.of(record("null", "c")));

        assertThat(named).doesNotHaveDuplicates();
    }

    private static ObjectNode record(String customer, String region) {
        return ExactJson.mapper().createObjectNode().put("customer", customer).put("region", region);
    }
}
