package io.hcpnbridge.describe;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.LedgerDatabase;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code --as=sql}: tables that a database takes, and that hold what files hold. */
class SqlTablesTest {
    private static final String TABLES =
            "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public' AND table_name LIKE :name";

    private final JdbcClient database =
            JdbcClient.create(LedgerDatabase.create().dataSource());

    static Stream<String> interfaces() {
        return Described.interfaces();
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void thereIsATableForDocumentsForResultsAndForEachKindOfRow(String name) {
        database.sql(Described.as("sql", name)).update();

        var beginning = name.replaceAll("[.-]", "_") + "%";
        var rows = Described.mapping(name).definition().rows().size();
        assertThat(database.sql(TABLES)
                        .param("name", beginning)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2 + rows);
    }

    @Test
    void anAmountIsNeverRoundedWhateverItsColumnHolds() {
        database.sql(Described.as("sql", Described.MOVEMENTS)).update();

        Stream.of("0.000000000000000001", "12345678901234567890", "-1234567890123456.78")
                .map(BigDecimal::new)
                .forEach(amount -> {
                    database.sql("DELETE FROM " + Described.MOVEMENTS.replaceAll("[.-]", "_") + "_document")
                            .update();
                    var stored = database.sql("INSERT INTO " + Described.MOVEMENTS.replaceAll("[.-]", "_")
                                    + "_document (document, \"order\", amount, price_of_the_piece, level, kind)"
                                    + " VALUES ('1', 'A', 1.25, :amount, -12, 1) RETURNING price_of_the_piece")
                            .param("amount", amount)
                            .query(BigDecimal.class)
                            .single();
                    assertThat(stored).isEqualByComparingTo(amount);
                });
    }
}
