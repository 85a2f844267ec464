package io.hcpnbridge.ledger;

import java.io.InputStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Composed answers on their way to the ERP: which are owed, to whose places they go, and which have arrived. */
@Repository
public class DeliveryLedger {
    private final JdbcClient jdbc;
    private final ObjectProvider<DeliveredAnswerListener> listeners;

    DeliveryLedger(JdbcClient jdbc, ObjectProvider<DeliveredAnswerListener> listeners) {
        this.jdbc = jdbc;
        this.listeners = listeners;
    }

    /**
     * Takes answers that are composed and not yet delivered, oldest first, beginning after the given arrival. Until the lease ends
     * or they are released, no other replica is handed them. Their arrivals say to whose place they go.
     *
     * @param channel {@link Arrival#FILE} or {@link Arrival#QUEUE}
     */
    @Transactional
    public List<Delivery> takeDeliverable(
            String channel, Owners owners, long after, int limit, Holder holder, Duration lease) {
        return jdbc
                .sql(
                        """
                        with owed as (
                            select arrival.id, interface, coalesce(tenant, header->>'tenant') as tenant, verdict = 'REFUSED' as refused,
                                batch.edition > arrival.edition or pending or exists (
                                    select 1 from parking join batch_record using (record_id)
                                    where decided_at is null and batch_record.batch_id = batch.id and not conflict) as interim, place.owner
                            from arrival join batch on batch.id = batch_id cross join lateral (select %s) place (owner)
                            where arrival.id > :after and channel = :channel and delivered_at is null
                                and batch.edition >= arrival.edition and (place.owner is null or place.owner = any(:placed::text[]))
                                and (delivering_until is null or delivering_until < now()
                                    or delivering_until > now() + interval '1 hour' or %s)
                            order by arrival.id limit :limit for update of arrival skip locked)
                        update arrival set delivering_until = now() + :lease * interval '1 millisecond', delivering_by = :holder
                        from owed where arrival.id = owed.id
                        returning arrival.id, batch_id, edition, interface, tenant, refused, interim, channel, owed.owner, file_name, reply_to, correlation_id,
                            trace_parent
                        """
                                .formatted(Owners.OWNER, Holder.isGone("delivering_by")))
                .params(owners.parameters())
                .params(holder.parameters())
                .param("channel", channel)
                .param("after", after)
                .param("limit", limit)
                .param("lease", lease.toMillis())
                .query((row, number) -> new Delivery(
                        row.getLong("id"),
                        row.getLong("batch_id"),
                        row.getInt("edition"),
                        row.getString("interface"),
                        row.getString("tenant"),
                        row.getBoolean("refused"),
                        row.getBoolean("interim"),
                        new Arrival(
                                row.getString("channel"),
                                row.getString("owner"),
                                row.getString("file_name"),
                                row.getString("reply_to"),
                                row.getString("correlation_id"),
                                row.getString("trace_parent"))))
                .list()
                .stream()
                .sorted(Comparator.comparingLong(Delivery::arrival))
                .toList();
    }

    /** The answer could not be delivered; anyone may try. */
    public void release(long arrival) {
        jdbc.sql("update arrival set delivering_until = null where id = ?")
                .param(arrival)
                .update();
    }

    /** How many bytes an edition of the answer has. */
    public long size(long batch, int edition) {
        return jdbc.sql("select coalesce(sum(length(content)), 0) from answer_part where batch_id = ? and edition = ?")
                .params(batch, edition)
                .query(Long.class)
                .single();
    }

    /** The bytes of an edition of the answer, read part by part. */
    public InputStream open(long batch, int edition) {
        return new AnswerStream(
                part -> jdbc.sql("select content from answer_part where batch_id = ? and edition = ? and part = ?")
                        .params(batch, edition, part)
                        .query(byte[].class)
                        .optional());
    }

    /** The answer has reached the ERP's folder under its final name. */
    public void markDelivered(long arrival) {
        jdbc.sql("update arrival set delivered_at = now() where id = ?")
                .param(arrival)
                .update();
        listeners.forEach(listener -> listener.delivered(arrival));
    }

    /** Owners to whose places of this channel answers are owed or will be, and who have none. */
    @Transactional(readOnly = true)
    public List<String> withoutPlace(String channel, Owners owners) {
        return jdbc.sql(
                        """
                        with owed as (
                            select id from arrival where delivered_at is null
                            union select arrival.id from arrival join batch on batch.id = batch_id where pending)
                        select distinct place.owner
                        from owed join arrival using (id) join batch on batch.id = batch_id cross join lateral (select %s) place (owner)
                        where channel = :channel and place.owner is not null and not place.owner = any(:placed::text[])
                        order by place.owner
                        """
                                .formatted(Owners.OWNER))
                .param("channel", channel)
                .params(owners.parameters())
                .query(String.class)
                .list();
    }
}
