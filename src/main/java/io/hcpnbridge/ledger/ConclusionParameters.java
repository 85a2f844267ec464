package io.hcpnbridge.ledger;

import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.text.Words;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What a conclusion changes of its record: one statement and its parameters. */
final class ConclusionParameters {
    static final String SQL =
            """
            update record set state = :state, changed_at = now(), generation = coalesce(generation, cast(:generation as text)),
                content = case when :used then %s else content end,
                one_time = case when :used then %s else one_time end,
                cursor = case when :restart then null else coalesce(cast(:cursor as json), cursor) end,
                fields = case when :restart then '{}'::json else coalesce(cast(:fields as json), fields) end,
                placed = placed or :placed,
                pending = :settled is false and (pending or :taken),
                call_group = case when :apart then null else call_group end,
                code = case when :postponed and (pending or not :waiting) then code else :code end,
                text = case when :postponed and (pending or not :waiting) then text else :text end,
                text_zh = case when :postponed and (pending or not :waiting) then text_zh else :textZh end,
                tries = case when :postponed then tries + :counted else 0 end,
                restarts = restarts + case when :restart then 1 else 0 end,
                waiting_since = case when not :postponed then null when not :waiting then waiting_since
                    when due_at < now() - %s then now() else coalesce(waiting_since, now()) end,
                reading_since = case when :restart then now() else reading_since end,
                steps = steps + case when :postponed then 0 else 1 end,
                due_at = now() + :delay * interval '1 millisecond'
            where id = :id and claim = :claim and state = :from
            """
                    .formatted(RecordLedger.WITHOUT_ONE_TIME, RecordLedger.USED_ONE_TIME, ParkingLedger.LEFT_ALONE);

    private final Map<String, Object> values = new HashMap<>();

    private ConclusionParameters(Conclusion conclusion, RecordState from) {
        values.put("state", conclusion.state().name());
        values.put("from", from.name());
        values.put("settled", conclusion instanceof Conclusion.Settle);
        values.put("used", conclusion instanceof Conclusion.Settle);
        values.put("restart", conclusion instanceof Conclusion.Restart);
        values.put("apart", conclusion instanceof Conclusion.Apart);
        values.put("postponed", conclusion instanceof Conclusion.Postpone);
        values.put("waiting", false);
        values.put("cursor", null);
        values.put("fields", null);
        values.put("placed", false);
        values.put("taken", false);
        values.put("counted", 0);
        tell(null, null);
        after(Duration.ZERO);
    }

    /** @param from the only state that it may follow */
    static Map<String, Object> of(Conclusion conclusion, RecordState from) {
        var parameters = new ConclusionParameters(conclusion, from);
        if (conclusion instanceof Conclusion.Settle settle) {
            parameters.settle(settle);
        } else if (conclusion instanceof Conclusion.Continue next) {
            parameters.goOn(next);
        } else if (conclusion instanceof Conclusion.Postpone postpone) {
            parameters.values.put("counted", postpone.counted() ? 1 : 0);
            parameters.after(postpone.delay());
            parameters.waitFor(postpone.trouble());
        }
        return parameters.values;
    }

    private void settle(Conclusion.Settle settle) {
        values.put("fields", ExactJson.text(settle.fields()));
        values.put("placed", settle.placed());
        tell(settle.code(), settle.text());
    }

    private void waitFor(Trouble trouble) {
        if (trouble != null) {
            values.put("waiting", true);
            tell(trouble.code(), trouble.text());
        }
    }

    private void goOn(Conclusion.Continue next) {
        values.put("cursor", ExactJson.text(next.cursor()));
        values.put("fields", ExactJson.text(next.fields()));
        values.put("placed", next.placed());
        values.put("used", next.placed() || next.taken() != null);
        after(next.later());
        if (next.taken() != null) {
            values.put("taken", true);
            tell(next.taken().code(), next.taken().text());
        }
    }

    private void tell(String code, Words text) {
        values.put("code", code);
        values.put("text", text == null ? null : text.en());
        values.put("textZh", text == null || text.isSame() ? null : text.zh());
    }

    private void after(Duration delay) {
        values.put("delay", delay.toMillis());
    }
}
