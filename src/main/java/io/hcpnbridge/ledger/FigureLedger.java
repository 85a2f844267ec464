package io.hcpnbridge.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What happened in each hour, all replicas together; for a week. */
@Repository
public class FigureLedger {
    private final JdbcClient jdbc;

    FigureLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * So many of something.
     *
     * @param kind {@code calls} or {@code ended}
     * @param name the verdict of calls, the interface of records
     */
    public record Figure(String kind, String name, long number) {}

    /** A figure of one hour, by its beginning. */
    public record HourFigure(Instant hour, Figure figure) {}

    /** Adds to the hour that it is now. */
    @Transactional
    public void add(List<Figure> figures) {
        jdbc.sql(
                        """
                        insert into hour_figure as known (hour, kind, name, number)
                        select date_trunc('hour', now()), kind, name, number
                        from unnest(:kinds::text[], :names::text[], :numbers::bigint[]) as figure (kind, name, number) order by kind, name
                        on conflict (hour, kind, name) do update set number = known.number + excluded.number
                        """)
                .param("kinds", figures.stream().map(Figure::kind).toArray(String[]::new))
                .param("names", figures.stream().map(Figure::name).toArray(String[]::new))
                .param("numbers", figures.stream().map(Figure::number).toArray(Long[]::new))
                .update();
        jdbc.sql("delete from hour_figure where hour < now() - interval '7 days'")
                .update();
    }

    /** Those of this hour and so many before it. */
    public List<HourFigure> last(int hours) {
        return jdbc.sql(
                        """
                        select * from hour_figure where hour > date_trunc('hour', now()) - :hours * interval '1 hour'
                        order by kind, name, hour
                        """)
                .param("hours", hours)
                .query((row, number) -> new HourFigure(
                        row.getObject("hour", OffsetDateTime.class).toInstant(),
                        new Figure(row.getString("kind"), row.getString("name"), row.getLong("number"))))
                .list();
    }
}
