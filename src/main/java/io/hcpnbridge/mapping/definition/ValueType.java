package io.hcpnbridge.mapping.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.text.Words;
import java.util.Map;
import java.util.Optional;

/**
 * A type of {@code shared/types.yaml}.
 *
 * @param length that a column of the type has unless it says so; 0: each says so
 * @param decimals that an amount has without a point in files
 * @param time how a time is written in files; empty: as the interface's files have it
 * @param rules keywords of JSON Schema
 * @param values see {@link Column#values()}
 * @param label what pages call it
 */
record ValueType(
        String name,
        ValueKind kind,
        int length,
        Optional<Integer> decimals,
        Optional<String> time,
        ObjectNode rules,
        Map<String, Words> values,
        Words label) {}
