package io.hcpnbridge.erp.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The properties by which the agents and libraries in use for tracing tell of a trace; an ERP's programmers do not know that they are
 * there. Names are those of W3C Trace Context and Baggage, B3, Jaeger, SkyWalking, Datadog, Elastic APM, AWS X-Ray, New Relic,
 * Dynatrace and Instana; property names of messages have no dashes, so each library has its own word for one.
 */
public final class TracingProperties {
    private static final String TRACE_PARENT = "traceparent";
    private static final Pattern WORD_FOR_DASH = Pattern.compile("_\\$dash\\$_|__dash__|_hyphen_|-");
    private static final Set<String> KNOWN = Set.of(
            TRACE_PARENT,
            "tracestate",
            "baggage",
            "b3",
            "x_b3_traceid",
            "x_b3_spanid",
            "x_b3_parentspanid",
            "x_b3_sampled",
            "x_b3_flags",
            "uber_trace_id",
            "sw8",
            "sw8_correlation",
            "sw8_x",
            "x_datadog_trace_id",
            "x_datadog_parent_id",
            "x_datadog_sampling_priority",
            "x_datadog_origin",
            "x_datadog_tags",
            "elastic_apm_traceparent",
            "x_amzn_trace_id",
            "newrelic",
            "dtdtracetaginfo",
            "x_dynatrace",
            "x_instana_t",
            "x_instana_s",
            "x_instana_l");

    /** Version, trace, span and flags (W3C Trace Context, section 3.2). */
    private static final Pattern WELL_FORMED = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private TracingProperties() {}

    static boolean isOne(String property) {
        return KNOWN.contains(
                WORD_FOR_DASH.matcher(property.toLowerCase(Locale.ROOT)).replaceAll("_"));
    }

    /** The trace that the message belongs to, if it tells so as W3C Trace Context has it. */
    public static Optional<String> traceParent(Message message) throws JMSException {
        return Optional.ofNullable(message.getObjectProperty(TRACE_PARENT))
                .map(Object::toString)
                .filter(told -> WELL_FORMED.matcher(told).matches());
    }
}
