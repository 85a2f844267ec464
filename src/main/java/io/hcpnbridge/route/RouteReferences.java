package io.hcpnbridge.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.BeanFactory;

/** What routes refer to by name must be there: beans and their methods, other routes, failure policies, interfaces. */
final class RouteReferences {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][\\w.-]*");
    private static final Pattern IN_TEXT =
            Pattern.compile("(?:\\{\\{bean:|[?&][\\w.]+=#(?:bean:)?)([A-Za-z_][\\w-]*)(?=[.&}]|$)");
    private static final Pattern METHOD = Pattern.compile("([A-Za-z_]\\w*)\\s*(\\(.*)?", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final String BY_INTERFACE = "direct:${exchangeProperty.interface}";
    private static final Set<String> SENDERS = Set.of("uri", "to");

    private final RouteNames names;
    private final BeanFactory beans;
    private final TemplateRules templates;
    private final Set<String> interfaces;

    /**
     * @param beans those of the adapter; none is made
     * @param interfaces that have records
     */
    RouteReferences(RouteNames names, BeanFactory beans, TemplateRules templates, Set<String> interfaces) {
        this.names = names;
        this.beans = beans;
        this.templates = templates;
        this.interfaces = interfaces;
    }

    List<RouteProblem> problems(RouteText file) {
        List<RouteProblem> problems = new ArrayList<>();
        file.walk((pointer, node) -> {
            Consumer<String> report = rule -> problems.add(file.problem(pointer, rule));
            if (node.isTextual()) {
                checkText(pointer, node.asText(), report);
            } else {
                checkMethod(node, report);
                if (pointer.endsWith("/templatedRoute")) {
                    templates.check(RouteNames.instance(node), report);
                }
            }
        });
        return problems;
    }

    private void checkText(String pointer, String text, Consumer<String> report) {
        var key = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (key.equals("ref") && PLAIN.matcher(text).matches()) {
            checkBean(text, report);
        } else if (text.startsWith("#") && PLAIN.matcher(text.substring(1)).matches()) {
            checkBean(text.substring(1), report);
        } else if (key.equals("routeConfigurationId")) {
            checkConfigurations(text, report);
        } else if (SENDERS.contains(key) && text.startsWith("direct:") && !pointer.endsWith("/from/uri")) {
            checkDirect(text, report);
        }
        for (Matcher named = IN_TEXT.matcher(text); named.find(); ) {
            checkBean(named.group(1), report);
        }
    }

    private void checkBean(String name, Consumer<String> report) {
        if (!names.isBean(name) && !beans.containsBean(name)) {
            report.accept("there is no bean " + name);
        }
    }

    /** Camel would go on without the failure policy. */
    private void checkConfigurations(String wanted, Consumer<String> report) {
        Arrays.stream(wanted.split(",", -1))
                .map(String::strip)
                .filter(name -> PLAIN.matcher(name).matches() && !names.isConfiguration(name))
                .forEach(name -> report.accept("there is no route configuration " + name));
    }

    private void checkDirect(String uri, Consumer<String> report) {
        if (uri.equals(BY_INTERFACE)) {
            interfaces.stream()
                    .filter(name -> !names.isConsumed("direct:" + name))
                    .forEach(name -> report.accept("no route is from direct:" + name + ", the interface of mappings/"));
        } else if (!uri.contains("${") && !uri.contains("{{") && !names.isConsumed(uri)) {
            report.accept("no route is from " + RouteNames.place(uri));
        }
    }

    /** Of several texts, such as one in English and one in Chinese, none may be missing: Camel would take the message's body for it. */
    private static void checkTexts(Class<?> type, Matcher method, Consumer<String> report) {
        var given =
                QUOTED.matcher(Objects.toString(method.group(2), "")).results().count();
        var wanted = Arrays.stream(type.getMethods())
                .filter(known -> known.getName().equals(method.group(1)))
                .map(RouteReferences::texts)
                .toList();
        if (wanted.stream().allMatch(texts -> texts.size() > 1 && texts.size() != given)) {
            report.accept("the method " + method.group(1) + " takes a text in quotes for each of "
                    + String.join(", ", wanted.get(0)) + ", not " + given);
        }
    }

    private static List<String> texts(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getType() == String.class && parameter.getAnnotations().length == 0)
                .map(Parameter::getName)
                .toList();
    }

    private void checkMethod(JsonNode node, Consumer<String> report) {
        var ref = node.path("ref").asText();
        var method = METHOD.matcher(node.path("method").asText());
        if (!ref.isEmpty() && method.matches() && beans.containsBean(ref)) {
            var type = beans.getType(ref, false);
            if (type != null
                    && Arrays.stream(type.getMethods())
                            .noneMatch(known -> known.getName().equals(method.group(1)))) {
                report.accept("the bean " + ref + " has no method " + method.group(1));
            } else if (type != null) {
                checkTexts(type, method, report);
            }
        }
    }
}
