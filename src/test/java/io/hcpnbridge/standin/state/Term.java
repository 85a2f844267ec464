package io.hcpnbridge.standin.state;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A subscription period.
 *
 * @param type 2 month, 3 year
 */
public record Term(int type, int number) {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    public static Term months(int number) {
        return new Term(2, number);
    }

    public static Term years(int number) {
        return new Term(3, number);
    }

    /** 1 to 11 months or 1 to 3 years. */
    public boolean isOffered() {
        return number >= 1 && number <= (type == 2 ? 11 : 3);
    }

    public int inMonths() {
        return type == 3 ? number * 12 : number;
    }

    /** End of the Beijing day so much later. */
    public Instant after(Instant start) {
        ZonedDateTime end = start.atZone(BEIJING).plusMonths(inMonths());
        return end.with(END_OF_DAY).toInstant();
    }
}
