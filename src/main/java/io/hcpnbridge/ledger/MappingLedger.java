package io.hcpnbridge.ledger;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The mapping files that batches were taken in with. */
@Repository
public class MappingLedger {
    /** Shared by those who keep a version. */
    private static final String LOCK = "hashtextextended('mapping_file', 0)";

    private final JdbcClient jdbc;

    MappingLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the files of a version; a version that is kept already stays as it is, until the end of the transaction at least. */
    @Transactional
    public void keep(String interfaceName, String version, Map<String, byte[]> files) {
        jdbc.sql("select pg_advisory_xact_lock_shared(" + LOCK + ")").query().listOfRows();
        files.forEach((path, content) -> jdbc.sql(
                        "insert into mapping_file (interface, version, path, content) values (?, ?, ?, ?) on conflict do nothing")
                .params(interfaceName, version, path, content)
                .update());
    }

    /** The files of a version, by path; empty if it was never kept. */
    public SortedMap<String, byte[]> load(String interfaceName, String version) {
        var files = new TreeMap<String, byte[]>();
        jdbc.sql("select path, content from mapping_file where interface = ? and version = ?")
                .params(interfaceName, version)
                .query(row -> {
                    files.put(row.getString("path"), row.getBytes("content"));
                });
        return files;
    }

    /** Until the end of the transaction nobody keeps a version; false if somebody does at this moment. */
    static boolean lockAgainstIntake(JdbcClient jdbc) {
        return jdbc.sql("select pg_try_advisory_xact_lock(" + LOCK + ")")
                .query(Boolean.class)
                .single();
    }
}
