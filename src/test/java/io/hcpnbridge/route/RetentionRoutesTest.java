package io.hcpnbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** How what is old enough is deleted, as {@code retention.camel.yaml} says it. */
class RetentionRoutesTest extends ShippedRoutes {
    private int left;

    RetentionRoutesTest() {
        super("retention");
    }

    @BeforeEach
    void twoKindsWithSomethingLeft() {
        when("list-kinds", leaving(List.of("contents", "events")));
        asked("retention.goesOn", any -> left-- > 0);
    }

    @Test
    void aTurnGoesStepByStepThroughAllKindsAndSumsUp() {
        left = 3;

        through("begin-deleting", null);

        assertThat(passed()).containsExactly("list-kinds", "delete-some", "delete-some", "delete-some", "tell-deleted");
    }

    @Test
    void nothingIsBegunWhenNothingIsLeftOrTheAdapterStops() {
        through("begin-deleting", null);

        assertThat(passed()).containsExactly("list-kinds", "tell-deleted");
    }

    @Test
    void aKindThatCannotBeDeletedLeavesTheOthersTheirTurn() {
        left = 9;
        when("delete-some", failing(new DataAccessResourceFailureException("gone")));

        through("begin-deleting", null);

        assertThat(passed()).containsExactly("list-kinds", "delete-some", "delete-some");
    }

    @Test
    void theFilesOfEachFolderAreLookedThrough() {
        when("list-done-folders", leaving(List.of("orders.list", "orders.renew")));

        through("begin-deleting-files", null);

        assertThat(passed()).containsExactly("list-done-folders", "delete-old-files", "delete-old-files");
    }
}
