package io.hcpnbridge.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links for one sign-on each, and the sessions of browsers that follow them. Any replica goes on with what another has begun. Secrets come
 * as hashes.
 */
@Repository
public class SignOnLedger {
    /** Who only looks at a link, as mail readers do, uses none up; nor may anybody fill the ledger by it. */
    private static final int SESSIONS_OF_A_LINK = 20;

    private static final String USABLE = "sign_on_link.used_at is null and sign_on_link.expires_at > now()";
    private static final String COLUMNS =
            """
            sign_on_link.id, sign_on_link.tenant, sign_on_link.document, sign_on_link.person::text as person, sign_on_link.binds,
            sign_on_link.target
            """;

    private final JdbcClient jdbc;

    SignOnLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes a link.
     *
     * @param token hex SHA-256 of its secret
     * @param time for how long it can be used
     * @return when it can no longer be used
     */
    @Transactional
    public Instant issue(
            String token,
            String tenant,
            String document,
            ObjectNode person,
            boolean binds,
            String target,
            Duration time) {
        return jdbc.sql(
                        """
                        insert into sign_on_link (token_hash, tenant, document, person, binds, target, expires_at)
                        values (:token, :tenant, :document, :person::json, :binds, :target, now() + :time * interval '1 millisecond')
                        returning expires_at
                        """)
                .param("token", token)
                .param("tenant", tenant)
                .param("document", document)
                .param("person", ExactJson.text(person))
                .param("binds", binds)
                .param("target", target)
                .param("time", time.toMillis())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /**
     * Begins a session of a browser that follows a link.
     *
     * @param session hex SHA-256 of the session's secret
     * @param time for which the browser may go on
     * @return empty if the link is not there, was used, is too old, or was followed too often
     */
    @Transactional
    public Optional<SignOnLink> follow(String token, String session, Duration time) {
        var link = jdbc.sql(
                        """
                        select %s from sign_on_link where token_hash = :token and %s
                            and (select count(*) from sign_on_session where link_id = sign_on_link.id) < :most
                        for update
                        """
                                .formatted(COLUMNS, USABLE))
                .param("token", token)
                .param("most", SESSIONS_OF_A_LINK)
                .query(SignOnLedger::link)
                .optional();
        link.ifPresent(found -> jdbc.sql(
                        """
                        insert into sign_on_session (token_hash, link_id, expires_at)
                        values (:session, :link, now() + :time * interval '1 millisecond')
                        """)
                .param("session", session)
                .param("link", found.id())
                .param("time", time.toMillis())
                .update());
        return link;
    }

    /**
     * Uses a link up: the partner is told who is there, once, in answer to a request that was not answered before.
     *
     * @param session hex SHA-256 of the session's secret
     * @param request the partner's name for its request
     * @return empty if the browser has no session of a link that can be used, or the request was answered
     */
    @Transactional
    public Optional<SignOnLink> use(String tenant, String session, String request) {
        var link = jdbc.sql(
                        """
                        select %s from sign_on_session join sign_on_link on sign_on_link.id = link_id
                        where sign_on_session.token_hash = :session and sign_on_session.expires_at > now() and tenant = :tenant and %s
                        for update of sign_on_link
                        """
                                .formatted(COLUMNS, USABLE))
                .param("session", session)
                .param("tenant", tenant)
                .query(SignOnLedger::link)
                .optional();
        return link.filter(found -> isNew(found, request)).map(found -> {
            jdbc.sql("update sign_on_link set used_at = clock_timestamp(), person = '{}' where id = ?")
                    .param(found.id())
                    .update();
            return found;
        });
    }

    private boolean isNew(SignOnLink link, String request) {
        return jdbc.sql(
                                "insert into sign_on_request (tenant, request_id, link_id) values (?, ?, ?) on conflict do nothing")
                        .params(link.tenant(), request, link.id())
                        .update()
                == 1;
    }

    /** The browser's session is over. */
    @Transactional
    public void end(String session) {
        jdbc.sql("delete from sign_on_session where token_hash = ?")
                .param(session)
                .update();
    }

    private static SignOnLink link(ResultSet row, int number) throws SQLException {
        return new SignOnLink(
                row.getLong("id"),
                row.getString("tenant"),
                row.getString("document"),
                (ObjectNode) ExactJson.read(row.getString("person")),
                row.getBoolean("binds"),
                row.getString("target"));
    }
}
