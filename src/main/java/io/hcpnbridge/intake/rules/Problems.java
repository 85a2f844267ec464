package io.hcpnbridge.intake.rules;

import io.hcpnbridge.ledger.BatchProblem;
import io.hcpnbridge.mapping.problem.Problem;
import io.hcpnbridge.text.Wording;
import io.hcpnbridge.text.Words;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a batch: the first problems by name, the others by number, so that a refusal is never larger than its batch deserves. */
public final class Problems {
    private final int most;
    private final List<Problem> named = new ArrayList<>();
    private long more;
    private long last;

    public Problems(int most) {
        this.most = most;
    }

    public void add(Problem problem) {
        last = Math.max(last, problem.line());
        if (named.size() < most) {
            named.add(problem);
        } else {
            more++;
        }
    }

    long count() {
        return named.size() + more;
    }

    /** In the order of their lines; what is left out is said at the end. */
    public List<BatchProblem> told(Wording wording) {
        var told = new ArrayList<>(named);
        if (more > 0) {
            told.add(new Problem(last, "", "", Words.of("and %s more", "另有 %s 个问题", more)));
        }
        return told.stream().map(problem -> told(problem, wording)).toList();
    }

    /** A problem as the ERP reads of it. */
    public static BatchProblem told(Problem problem, Wording wording) {
        return new BatchProblem(problem.line(), problem.field(), problem.value(), wording.of(problem.rule()));
    }
}
