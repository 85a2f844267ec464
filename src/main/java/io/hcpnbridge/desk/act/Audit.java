package io.hcpnbridge.desk.act;

import io.hcpnbridge.desk.read.DocumentKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what at the desk, when and why. Rows are added and never changed. */
@Repository
public class Audit {
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    Audit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the transaction of what is done: neither is there without the other. */
    void write(Deed deed) {
        jdbc.sql(
                        """
                        insert into audit (done_by, role, action, tenant, interface, document, before, after, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        deed.by().name(),
                        deed.by().role().name(),
                        deed.action(),
                        deed.tenant(),
                        deed.interfaceName(),
                        deed.document(),
                        deed.before(),
                        deed.after(),
                        deed.reason())
                .update();
    }

    /** The latest, the last first. */
    public List<Deed> latest() {
        return jdbc.sql("select * from audit order by id desc limit ?")
                .param(MOST)
                .query(Audit::deed)
                .list();
    }

    /** What was done to a document, the first first. */
    public List<Deed> about(DocumentKey key) {
        return jdbc.sql("select * from audit where tenant = ? and interface = ? and document = ? order by id")
                .params(key.tenant(), key.interfaceName(), key.document())
                .query(Audit::deed)
                .list();
    }

    private static Deed deed(ResultSet row, int number) throws SQLException {
        return new Deed(
                row.getObject("done_at", OffsetDateTime.class).toInstant(),
                new Person(row.getString("done_by"), DeskRole.valueOf(row.getString("role"))),
                row.getString("action"),
                row.getString("tenant"),
                row.getString("interface"),
                row.getString("document"),
                row.getString("before"),
                row.getString("after"),
                row.getString("reason"));
    }
}
