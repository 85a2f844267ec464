package io.hcpnbridge.tryout;

import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.partner.Caller;
import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.call.Quotas;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.partner.signing.RawTarget;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells the first call of each document, and how long all of them take at least. */
final class Calls {
    private final Wish wish;
    private final Page page;
    private final InterfaceMapping mapping;
    private final String tenant;
    private final PartnerSettings partner;
    private final FirstCall first;
    private final Map<String, Long> byApi = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private long documents;
    private long refused;

    Calls(Wish wish, Page page, InterfaceMapping mapping, String tenant) {
        this.wish = wish;
        this.page = page;
        this.mapping = mapping;
        this.tenant = tenant;
        this.partner = wish.partner().settings(tenant);
        this.first = new FirstCall(mapping, tenant, partner, Clock.systemUTC());
    }

    /** Documents that share a call; most are alone. */
    void add(List<Documents.Document> together) {
        var told = first.of(together.stream().map(Documents.Document::content).toList());
        if (documents < wish.shown()) {
            show(together, told);
        }
        documents += together.size();
        if (told.request() != null) {
            byApi.merge(told.request().api(), 1L, Long::sum);
        } else if (told.failed()) {
            failures.add("document " + together.get(0).number() + ": " + told.refusal());
        } else if (told.refusal() != null) {
            refused += together.size();
        }
    }

    /** What is wrong with the mappings, by the documents that show it. */
    List<String> failures() {
        return failures;
    }

    void end() {
        page.blank();
        if (documents > wish.shown()) {
            page.line("Only the first " + wish.shown() + " documents are shown; --" + Wish.DOCUMENTS
                    + "=N shows more. The figures are about all of them.");
        }
        if (refused > 0) {
            page.line(Count.of(refused, "document") + " would be answered REFUSED without a call.");
        }
        failures.stream().limit(wish.shown()).forEach(failure -> page.line("Cannot be worked on: " + failure));
        var quotas = new Quotas(documented(), partner.quotas());
        byApi.forEach((api, calls) -> page.line(Count.of(calls, "call") + " of " + api + " at least, at "
                + quotas.of(api) + " a second: " + time(quotas, api, calls)));
        standIns();
    }

    private Map<String, Integer> documented() {
        var documented = new TreeMap<String, Integer>();
        for (var api : mapping.settings().apis()) {
            api.quota().ifPresent(quota -> documented.put(api.name(), quota));
        }
        return documented;
    }

    private void show(List<Documents.Document> together, FirstCall.Told told) {
        page.blank();
        for (var document : together) {
            page.line("line " + document.line() + ", document " + document.number());
        }
        if (told.choice() != null && told.choice().generation() != null) {
            page.line("  generation  " + told.choice().generation() + ": "
                    + told.choice().reason());
        }
        if (told.request() == null && told.refusal() == null) {
            page.line("  no call     the adapter answers it by itself");
            return;
        }
        if (told.request() == null) {
            page.line((told.failed() ? "  fails       " : "  refused     ") + told.refusal());
            return;
        }
        var request = told.request();
        page.line("  first call  " + request.api() + ", " + effect(request) + ", " + caller(request));
        page.line("              " + request.method() + " " + partner.endpoint() + target(request));
        request.headers().forEach((name, value) -> page.line("              " + name + ": " + value));
        if (request.body().length > 0) {
            page.line("              " + new String(request.body(), StandardCharsets.UTF_8));
        }
        page.line("  then        by the partner's answer");
    }

    private static String effect(PartnerRequest request) {
        return request.effect() == Effect.READ
                ? "a read"
                : request.effect() == Effect.IDEMPOTENT ? "a write that may be repeated" : "a write";
    }

    private String caller(PartnerRequest request) {
        return request.caller() == Caller.PARTNER
                ? "signed by the partner " + tenant
                : "in the name of customer " + request.customer();
    }

    /** Encoded as it is signed and sent, but for what is hidden. */
    private static String target(PartnerRequest request) {
        return RawTarget.of(request).text().replace("%2A%2A%2A", "***");
    }

    private static String time(Quotas quotas, String api, long calls) {
        var seconds = quotas.least(api, calls).toSeconds();
        return seconds < 1 ? "about a second" : "at least " + seconds + " seconds";
    }

    private void standIns() {
        var names = wish.partner().standIns(tenant);
        if (!names.isEmpty() && !byApi.isEmpty()) {
            page.line(String.join(" and ", names) + " stand" + (names.size() == 1 ? "s" : "")
                    + " for what is set as partner.tenants." + tenant + ".domain-id"
                    + (names.size() == 1 ? "" : " and platform-id") + ".");
        }
        page.line("Whether a document came before, only a running adapter knows.");
    }
}
