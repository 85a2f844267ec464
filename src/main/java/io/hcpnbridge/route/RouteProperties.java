package io.hcpnbridge.route;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.config.LeavesForRoutes;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.springframework.beans.factory.BeanFactory;

/** Exchange properties that routes read must be left by somebody: a misspelt one is null, and a choice would go another way. */
final class RouteProperties {
    private static final Pattern IN_TEXT = Pattern.compile(
            "exchangeProperty(?:As)?(?:\\??\\.|:|\\(\\s*|\\[\\s*['\"]?)([A-Za-z_][\\w-]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][\\w-]*");
    private static final Set<String> SETTERS = Set.of("setProperty", "setProperties");

    private final Set<String> written = new TreeSet<>(camelsOwn());
    private final BeanFactory beans;

    /** @param beans those of the adapter; none is made */
    RouteProperties(List<RouteText> files, BeanFactory beans) {
        this.beans = beans;
        files.forEach(file -> file.walk(this::collect));
    }

    List<RouteProblem> problems(RouteText file) {
        List<RouteProblem> problems = new ArrayList<>();
        file.walk((pointer, node) -> reads(pointer, node).stream()
                .filter(name -> !written.contains(name))
                .map(name ->
                        file.problem(pointer, "nobody leaves the exchange property " + name + ", and no route sets it"))
                .forEach(problems::add));
        return problems;
    }

    /** The names that are read right there. */
    static Set<String> reads(String pointer, JsonNode node) {
        var names = new TreeSet<String>();
        if (!node.isTextual()) {
            return names;
        }
        var text = node.asText();
        IN_TEXT.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .forEach(names::add);
        var named = pointer.endsWith("/exchangeProperty")
                || pointer.endsWith("/exchangeProperty/expression")
                || pointer.endsWith("/removeProperty")
                || pointer.endsWith("/removeProperty/name");
        if (named && PLAIN.matcher(text).matches()) {
            names.add(text);
        }
        return names;
    }

    private void collect(String pointer, JsonNode node) {
        if (SETTERS.contains(pointer.substring(pointer.lastIndexOf('/') + 1))) {
            written.addAll(node.findValuesAsText("name"));
        } else if (pointer.endsWith("/ref") && node.isTextual() && beans.containsBean(node.asText())) {
            var type = beans.getType(node.asText(), false);
            var left = type == null ? null : type.getAnnotation(LeavesForRoutes.class);
            if (left != null) {
                written.addAll(Arrays.asList(left.value()));
            }
        }
    }

    private static List<String> camelsOwn() {
        return Arrays.stream(Exchange.class.getFields())
                .filter(field -> field.getType() == String.class)
                .map(RouteProperties::value)
                .toList();
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("A public constant can be read", e);
        }
    }
}
