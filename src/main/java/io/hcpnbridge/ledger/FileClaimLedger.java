package io.hcpnbridge.ledger;

import io.hcpnbridge.text.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whose the files in {@code .taking} are. */
@Repository
public class FileClaimLedger {
    private static final String COLUMNS = "id, owner, interface, file_name, rule, size, modified, outcome";

    private final JdbcClient jdbc;

    FileClaimLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes files that are about to be renamed, or were found there; one that is another's stays that one's. */
    @Transactional
    public void note(Collection<FileClaim> claims, String node, Duration time) {
        for (var claim : claims) {
            jdbc.sql(
                            """
                            insert into file_claim (id, owner, interface, file_name, rule, size, modified, node, until)
                            values (:id, :owner, :interface, :name, :rule, :size, :modified, :node, now() + :time * interval '1 millisecond')
                            on conflict do nothing
                            """)
                    .param("id", claim.id())
                    .param("owner", claim.owner())
                    .param("interface", claim.interfaceName())
                    .param("name", claim.name())
                    .param("rule", claim.rule() == null ? null : lines(claim.rule()))
                    .param("size", claim.size())
                    .param("modified", claim.modified())
                    .param("node", node)
                    .param("time", time.toMillis())
                    .update();
        }
    }

    /** Of these ids, those that nobody has noted. */
    @Transactional
    public List<String> unknown(Collection<String> ids) {
        return jdbc.sql(
                        """
                        select id from unnest(:ids::text[]) found (id)
                        where not exists (select 1 from file_claim where file_claim.id = found.id)
                        """)
                .param("ids", array(ids))
                .query(String.class)
                .list();
    }

    /**
     * Takes over what nobody works on: of replicas that died, and of this one what it does not have in hand.
     *
     * @param owner of the folder
     * @param found ids that lie in its {@code .taking}
     * @param inHand ids this replica works on
     */
    @Transactional
    public List<FileClaim> takeOver(
            String owner,
            String interfaceName,
            Collection<String> found,
            Collection<String> inHand,
            Holder holder,
            Duration time) {
        var free =
                "(until <= now() or node = :holder and not id = any(:hand::text[]) or " + Holder.isGone("node") + ")";
        var here = "interface = :interface and owner is not distinct from :owner::text";
        jdbc.sql("delete from file_claim where " + here + " and not id = any(:found::text[]) and " + free)
                .param("owner", owner)
                .param("interface", interfaceName)
                .param("found", array(found))
                .param("hand", array(inHand))
                .params(holder.parameters())
                .update();
        return jdbc.sql(
                        """
                        update file_claim set node = :holder, until = now() + :time * interval '1 millisecond'
                        where %s and id = any(:found::text[]) and %s
                        returning %s
                        """
                                .formatted(here, free, COLUMNS))
                .param("owner", owner)
                .param("interface", interfaceName)
                .param("found", array(found))
                .param("hand", array(inHand))
                .params(holder.parameters())
                .param("time", time.toMillis())
                .query((row, number) -> claim(row))
                .list();
    }

    /**
     * Decides a file, together with its batch.
     *
     * @throws FileClaimLostException if it is another's by now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(FileClaim claim, String node, String outcome) {
        var settled = jdbc.sql("update file_claim set outcome = ? where id = ? and node = ? and outcome is null")
                .params(outcome, claim.id(), node)
                .update();
        if (settled == 0) {
            throw new FileClaimLostException(claim.id());
        }
    }

    /** Prolongs all claims of a node. */
    @Transactional
    public void keepAll(String node, Duration time) {
        jdbc.sql("update file_claim set until = now() + ? * interval '1 millisecond' where node = ?")
                .params(time.toMillis(), node)
                .update();
    }

    /** Lets whoever looks next have the file. */
    @Transactional
    public void release(String id, String node) {
        jdbc.sql("update file_claim set until = now() where id = ? and node = ?")
                .params(id, node)
                .update();
    }

    /** The file is put aside, or was never renamed. */
    @Transactional
    public void forget(String id, String node) {
        jdbc.sql("delete from file_claim where id = ? and node = ?")
                .params(id, node)
                .update();
    }

    private static String[] array(Collection<String> ids) {
        return ids.toArray(String[]::new);
    }

    private static FileClaim claim(ResultSet row) throws SQLException {
        return new FileClaim(
                row.getString("id"),
                row.getString("owner"),
                row.getString("interface"),
                row.getString("file_name"),
                rule(row.getString("rule")),
                row.getLong("size"),
                row.getLong("modified"),
                row.getString("outcome"));
    }

    /** English in the first line, Chinese in the second. */
    private static String lines(Words rule) {
        return rule.en() + "\n" + rule.zh();
    }

    /** One that was noted before there were two lines is the same in both. */
    private static Words rule(String lines) {
        if (lines == null) {
            return null;
        }
        var rule = lines.split("\n", 2);
        return new Words(rule[0], rule[rule.length - 1]);
    }
}
