package io.hcpnbridge.desk;

import io.hcpnbridge.desk.act.Person;
import io.hcpnbridge.desk.read.Selection;
import io.hcpnbridge.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * How a page looks to whoever looks at it.
 *
 * @param chinese whether it is in Chinese; else it is in English
 * @param person who looks
 * @param token without which nothing can be done in the login's name
 * @param path of this page
 * @param signOn whether customers sign on here, or did
 */
public record Look(boolean chinese, Person person, String token, String path, boolean signOn) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** A page, or a part of one, that looks so. */
    ModelAndView page(String template, Map<String, ?> model) {
        return new ModelAndView(template, model).addObject("look", this);
    }

    public String say(String en, String zh) {
        return chinese ? zh : en;
    }

    public String say(Words words) {
        return chinese ? words.zh() : words.en();
    }

    /** The language, as HTML names it. */
    public String language() {
        return chinese ? "zh-CN" : "en";
    }

    /** In UTC, to the second; a dash for what has not come. */
    public String time(Instant time) {
        return time == null ? "–" : TIME.format(time);
    }

    /** In UTC, to the minute, as a form field has it. */
    public String minute(Instant time) {
        return MINUTE.format(time);
    }

    /** The selection as parameters of an address. */
    public String query(Selection selection) {
        return UriComponentsBuilder.newInstance()
                .queryParam("state", selection.state())
                .queryParam("tenant", selection.tenant())
                .queryParam("interfaceName", selection.interfaceName())
                .queryParam("code", selection.code())
                .queryParam("from", minute(selection.from()))
                .queryParam("to", minute(selection.to()))
                .encode()
                .build()
                .getQuery();
    }

    /** How long ago, in the largest unit that fits. */
    public String ago(Instant time) {
        return time == null ? "–" : length(Duration.between(time, Instant.now()));
    }

    /** In the largest unit that fits. */
    public String length(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 120) {
            return seconds + say(" s", " 秒");
        }
        if (seconds < 7_200) {
            return seconds / 60 + say(" min", " 分钟");
        }
        return seconds < 172_800 ? seconds / 3_600 + say(" h", " 小时") : seconds / 86_400 + say(" d", " 天");
    }

    public String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Whether the login may do what can be undone. */
    public boolean mayAct() {
        return person.mayAct();
    }

    /** Whether the login may say what became of a write. */
    public boolean mayDecide() {
        return person.mayDecide();
    }

    /** Whether the login may see what tells of a person. */
    public boolean maySeePersons() {
        return person.maySeePersons();
    }

    /** Whether there is something of customers who sign on that the login may see. */
    public boolean maySeeSignOn() {
        return signOn && maySeePersons();
    }
}
