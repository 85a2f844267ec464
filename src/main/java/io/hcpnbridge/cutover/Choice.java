package io.hcpnbridge.cutover;

import io.hcpnbridge.text.Words;
import java.util.Map;

/**
 * Which generation a record that no generation is fixed for would take, as the routes that ship choose it
 * ({@code routes/generations.camel.yaml}, to which a test holds this). Only for telling beforehand: who works on a record asks the route.
 *
 * @param generation {@code old} or {@code new}; null if none takes it
 * @param reason why
 */
public record Choice(String generation, Words reason) {
    private static final Words BOTH = new Words("No endpoint can do all of it: {reasons}", "没有一代接口能全部做到：{reasons}");
    private static final Map<String, Words> CONFIGURED = Map.of(
            "old", new Words("The old endpoints are configured, but {reasons}", "配置使用旧接口，但是{reasons}"),
            "new", new Words("The new endpoints are configured, but {reasons}", "配置使用新接口，但是{reasons}"));

    /** @param wished {@code auto}, {@code old}, {@code new} or {@code rather-old} */
    public static Choice of(GenerationNeeds needs, String wished) {
        var needed = needs.verdict();
        var reasons = needs.reasons();
        return switch (needed) {
            case "impossible" -> new Choice(null, reasons);
            case "both" -> new Choice(null, BOTH.with("reasons", reasons));
            case "either" -> either(wished);
            default ->
                !CONFIGURED.containsKey(wished) || wished.equals(needed)
                        ? new Choice(needed, reasons)
                        : new Choice(null, CONFIGURED.get(wished).with("reasons", reasons));
        };
    }

    private static Choice either(String wished) {
        return switch (wished) {
            case "auto" ->
                new Choice("new", new Words("both can do all of it, and the new ones stay", "两者都能全部做到，而新接口将保留"));
            case "rather-old" ->
                new Choice(
                        "old",
                        new Words(
                                "both can do all of it, and its turn on the way to the new ones has not come",
                                "两者都能全部做到，尚未轮到它切换到新接口"));
            default ->
                new Choice(
                        wished,
                        Words.of(
                                "both can do all of it, and the %s ones are configured",
                                "两者都能全部做到，配置使用的是 %s 接口", wished));
        };
    }
}
