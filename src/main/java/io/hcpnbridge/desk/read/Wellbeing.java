package io.hcpnbridge.desk.read;

import io.hcpnbridge.cutover.Cutovers;
import io.hcpnbridge.ledger.Cutover;
import io.hcpnbridge.text.Words;
import io.hcpnbridge.watch.HeldRoutes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Whether all is well, by the ledger and by what health knows; the worst comes first. */
@Component
@ConditionalOnWebApplication
public class Wellbeing {
    /** The ERP gets its answers within this while its server is there. */
    private static final Duration PROMPT = Duration.ofMinutes(5);

    /** Of which is told more below. */
    private static final Set<String> TOLD_IN_FULL = Set.of("attention", "pauses");

    private final HealthEndpoint health;
    private final HeldRoutes held;
    private final Cutovers cutovers;

    Wellbeing(HealthEndpoint health, HeldRoutes held, Cutovers cutovers) {
        this.cutovers = cutovers;
        this.health = health;
        this.held = held;
    }

    /** @param pauses that operators have set */
    public List<Trouble> of(Overview overview, int pauses) {
        var troubles = new ArrayList<Trouble>();
        sick().forEach((part, status) -> troubles.add(
                new Trouble(Words.of("%s is %s", "%s 状态为 %s", part, status.getCode()), "/actuator/health")));
        add(
                troubles,
                overview.leftToPerson(),
                "%s writes in doubt wait for a person",
                "%s 笔结果未知的操作等待人工裁定",
                "/desk/open");
        add(troubles, overview.parked(), "%s documents are parked", "%s 笔单据已搁置", "/desk/open");
        add(
                troubles,
                overview.inDoubt() - overview.leftToPerson(),
                "the partner is asked what became of %s writes",
                "正在向伙伴侧查询 %s 笔操作的结果",
                "/desk/open");
        if (overview.oldestOwed() != null && overview.oldestOwed().plus(PROMPT).isBefore(overview.at())) {
            add(troubles, overview.owed(), "%s answers are owed", "%s 份答复尚未送达", null);
        }
        add(
                troubles,
                cutovers.all().values().stream().filter(Cutover::hasSteppedBack).count(),
                "%s tenants were taken back to the old endpoints",
                "%s 个租户已退回旧接口",
                "/desk/cutovers");
        add(troubles, held.all().size(), "%s routes are held", "%s 条路由被停住", null);
        add(troubles, pauses, "work is paused (%s)", "有 %s 项暂停", "/desk/pauses");
        add(troubles, overview.rests().size(), "%s lanes rest, as the partner wants it so", "%s 条通道按伙伴侧要求休息", null);
        return troubles;
    }

    private Map<String, Status> sick() {
        var sick = new TreeMap<String, Status>();
        if (health.health() instanceof CompositeHealth all) {
            all.getComponents().forEach((name, part) -> note(sick, name, part));
        }
        sick.keySet().removeAll(TOLD_IN_FULL);
        return sick;
    }

    /** What is not configured has no status. */
    private static void note(Map<String, Status> sick, String name, HealthComponent part) {
        if (!Status.UP.equals(part.getStatus()) && !Status.UNKNOWN.equals(part.getStatus())) {
            sick.put(name, part.getStatus());
        }
    }

    private static void add(List<Trouble> troubles, long number, String en, String zh, String page) {
        if (number > 0) {
            troubles.add(new Trouble(Words.of(en, zh, number), page));
        }
    }
}
