package io.hcpnbridge.cutover;

/**
 * Which generation a record that no generation is fixed for would take, as the routes that ship choose it
 * ({@code routes/generations.camel.yaml}, to which a test holds this). Only for telling beforehand: who works on a record asks the route.
 *
 * @param generation {@code old} or {@code new}; null if none takes it
 * @param reason why
 */
public record Choice(String generation, String reason) {
    /** @param wished {@code auto}, {@code old} or {@code new} */
    public static Choice of(GenerationNeeds needs, String wished) {
        var needed = needs.verdict();
        var reasons = needs.reasons();
        return switch (needed) {
            case "impossible" -> new Choice(null, reasons);
            case "both" -> new Choice(null, "No endpoint can do all of it: " + reasons);
            case "either" -> either(wished);
            default ->
                wished.equals("auto") || wished.equals(needed)
                        ? new Choice(needed, reasons)
                        : new Choice(null, "The " + wished + " endpoints are configured, but " + reasons);
        };
    }

    private static Choice either(String wished) {
        return wished.equals("auto")
                ? new Choice("new", "both can do all of it, and the new ones stay")
                : new Choice(wished, "both can do all of it, and the " + wished + " ones are configured");
    }
}
