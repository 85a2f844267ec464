package io.hcpnbridge.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.ledger.ResultRow;
import io.hcpnbridge.mapping.AnswerFit;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.Misfit;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes sure, while the record can still be answered honestly, that an answer keeps its contract and fits into the ERP's columns:
 * composing the answer file later cannot fail over one record.
 */
final class AnswerCheck {
    private final InterfaceMapping mapping;
    private final AnswerFit fit;

    AnswerCheck(InterfaceMapping mapping) {
        this.mapping = mapping;
        this.fit = new AnswerFit(mapping);
    }

    /** @throws UnfitAnswerException if it breaks the contract */
    void contract(JsonNode mapped) {
        var misfits = fit.ofContract(mapped);
        if (!misfits.isEmpty()) {
            throw unfit(misfits.get(0));
        }
    }

    /** @throws UnfitAnswerException with the rows that there is room for, if there is none for all of them */
    void fits(Form form, String document, List<ResultRow> rows, ObjectNode fields) {
        var fitting = new ArrayList<ResultRow>();
        var misfits = new ArrayList<Misfit>();
        try (var room = fit.room(form)) {
            for (var row : rows) {
                var misfit = room.misfit(row.kind(), row.content(), document);
                misfit.ifPresentOrElse(misfits::add, () -> fitting.add(row));
            }
            room.misfit("result", fields, document).ifPresent(misfits::add);
        }
        if (!misfits.isEmpty()) {
            throw unfit(misfits.get(0)).keeping(fitting);
        }
    }

    private UnfitAnswerException unfit(Misfit misfit) {
        return new UnfitAnswerException(
                Words.of("The partner's answer cannot be passed on: %s", "伙伴的应答无法转交：%s", misfit.text(mapping.name())));
    }
}
