package io.hcpnbridge.endtoend.overrides;

import static io.hcpnbridge.endtoend.overrides.Overrides.shipped;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Ways to break an override, and what must be said about each. */
enum Breakage {
    YAML_SYNTAX(routes("- route: [\n"), "routes/more.camel.yaml, line 2: is no YAML"),
    DUPLICATE_KEY(
            routes("- route:\n    id: a-b\n    id: a-c\n"),
            "routes/more.camel.yaml, line 3: is no YAML: Duplicate field 'id'"),
    UNKNOWN_KEY(
            route("log: {id: say-it, message: x, mesage: y}"),
            "routes/more.camel.yaml, line 8: property 'mesage' is not defined in the schema"),
    UNKNOWN_KEY_AT_THE_TOP(routes("- rout: {id: a-b}\n"), "routes/more.camel.yaml, line 1: property 'rout'"),
    UNKNOWN_STEP(route("sendTo: {id: say-it, uri: 'log:x'}"), "routes/more.camel.yaml, line 8: property 'sendTo'"),
    UNKNOWN_BEAN(route("bean: {id: say-it, ref: fileIntakes}"), "line 8: there is no bean fileIntakes"),
    UNKNOWN_BEAN_IN_AN_ENDPOINT(
            route("to: {id: say-it, uri: 'jms:queue:x', parameters: {connectionFactory: '#nobody'}}"),
            "routes/more.camel.yaml, line 8: there is no bean nobody"),
    UNKNOWN_METHOD(
            route("bean: {id: say-it, ref: fileIntake, method: takeOut}"),
            "routes/more.camel.yaml, line 8: the bean fileIntake has no method takeOut"),
    TEXT_IN_ONE_LANGUAGE(
            route("bean: {id: say-it, ref: settlement, method: \"refuseGeneration('No')\"}"),
            "routes/more.camel.yaml, line 8: the method refuseGeneration takes a text in quotes for each of en, zh, not 1"),
    DUPLICATE_ROUTE(
            routes(shipped("routes/housekeeping.camel.yaml")),
            "routes/more.camel.yaml, line 2: the route watch-housekeeping stands in routes/housekeeping.camel.yaml, line 2 already"),
    DIRECT_WITHOUT_ROUTE(
            route("to: {id: say-it, uri: 'direct:nobody'}"),
            "routes/more.camel.yaml, line 8: no route is from direct:nobody"),
    ROUTE_OF_AN_INTERFACE_GONE(
            routes("- route: {id: list-fee-records, from: {id: a-b, uri: 'direct:bills.record', steps: []}}\n"),
            "routes/work.camel.yaml, line ",
            "no route is from direct:bills.records, the interface of mappings/"),
    UNKNOWN_FAILURE_POLICY(
            file("interfaces.camel.yaml", text -> text.replace("work-failures", "work-failure")),
            "routes/interfaces.camel.yaml, line 12: there is no route configuration work-failure"),
    UNKNOWN_TEMPLATE(
            routes("- templatedRoute: {routeId: take-x, routeTemplateRef: take-in-file}\n"),
            "routes/more.camel.yaml, line 1: there is no route template take-in-file"),
    PARAMETER_OF_A_TEMPLATE_MISSING(
            routes("- templatedRoute: {routeId: take-x, routeTemplateRef: take-in-files}\n"),
            "routes/more.camel.yaml, line 1: the route template take-in-files wants the parameter interface"),
    UNKNOWN_INTERFACE(
            routes("- templatedRoute: {routeId: take-x, routeTemplateRef: take-in-files,"
                    + " parameters: [{name: interface, value: orders.lists}]}\n"),
            "routes/more.camel.yaml, line 1: ",
            "there is no interface orders.lists in mappings/"),
    MISSPELT_PROPERTY(
            file(
                    "work.camel.yaml",
                    text -> text.replace("exchangeProperty.verdict} == 'f", "exchangeProperty.verdikt} == 'f")),
            "routes/work.camel.yaml, line ",
            "nobody leaves the exchange property verdikt, and no route sets it"),
    EMPTY_ROUTES(routes(""), "routes/more.camel.yaml: holds no routes"),
    JUNK_ROUTES(junkRoutes(), "routes/more.camel.yaml: is no text in UTF-8"),
    LARGE_ROUTES(routes("#".repeat(2_000_000)), "routes/more.camel.yaml: is larger than 1048576 bytes"),

    JSLT_SYNTAX(mapping("request.new.jslt", "{\n\n \"a\": .b.."), "mappings/orders.list/request.new.jslt, line 3: "),
    JSLT_EMPTY(mapping("request.new.jslt", ""), "mappings/orders.list/request.new.jslt"),
    JSLT_UNKNOWN_FUNCTION(
            mapping("request.new.jslt", "{\"a\": no-such(.b)}"), "mappings/orders.list/request.new.jslt, line 1: "),
    JSLT_JUNK(mapping("request.new.jslt", "\0\1\2\uFFFD\0"), "mappings/orders.list/request.new.jslt, line 1: "),
    FORMAT_OF_OLD_SHAPE(
            mapping("format.xml", "<beanio/>"),
            "mappings/orders.list/format.xml: is not read any more: all columns stand in interface.yaml now"),
    COLUMN_UNKNOWN_WORD(
            mapping(
                    "interface.yaml",
                    shipped("mappings/orders.list/interface.yaml").replaceFirst("length:", "lenght:")),
            "mappings/orders.list/interface.yaml, line ",
            "unknown key lenght"),
    RULES_SYNTAX(mapping("rules.jslt", "[\n.a.."), "mappings/orders.list/rules.jslt, line 2: "),
    RULES_OF_ANOTHER_KIND(
            mapping("rules.jslt", "{\"colum\": \"createdTo\"}"),
            "mappings/orders.list/rules.jslt: gives ",
            "which is no reason"),
    SETTINGS_UNKNOWN_WORD(
            mapping("interface.yaml", "tittle: x\n" + shipped("mappings/orders.list/interface.yaml")),
            "mappings/orders.list/interface.yaml, line 1: unknown key tittle"),
    FILE_OF_ANOTHER_NAME(
            mapping("requst.new.jslt", "{}"), "mappings/orders.list/requst.new.jslt: is not a file that an interface"),
    LARGE_MAPPING(mapping("request.new.jslt", " ".repeat(2_000_000)), "request.new.jslt: is larger than 1048576 bytes"),
    INTERFACE_OF_ANOTHER_NAME(
            overrides -> overrides.mapping("orders.list", "orders.lst", "rules.jslt", bytes("[]")),
            "routes/: the route list-orders is made for orders.list and for orders.lst"),
    TEMPLATE_OF_INTERFACES_GONE(
            file("interfaces.camel.yaml", text -> text.replace("id: work-on-interface", "id: work-on-interfaces")),
            "routes/: there is no route template work-on-interface"),
    UNKNOWN_PARAMETER_OF_A_TEMPLATE_OF_INTERFACES(
            file(
                    "interfaces.camel.yaml",
                    text -> text.replace("      - name: title\n", "      - name: title\n      - name: titel\n")),
            "routes/: the route template work-on-interface wants the parameter titel"),
    INTERFACE_IN_UPPER_CASE(
            overrides -> overrides.mapping("orders.list", "Orders.list", "rules.jslt", bytes("[]")),
            "an interface is named in lower case"),

    UNKNOWN_OPTION(
            route("to: {id: say-it, uri: 'direct:call-partner?tiemout=1'}"),
            "routes/more.camel.yaml, line 8: ",
            "tiemout"),
    UNKNOWN_COMPONENT(
            route("to: {id: say-it, uri: 'driect:call-partner'}"),
            "routes/more.camel.yaml, line 8: No endpoint could be found for: driect:"),
    UNKNOWN_SETTING(
            route("to: {id: say-it, uri: 'log:{{no.such.setting}}'}"),
            "routes/more.camel.yaml, line 8: Property with key [no.such.setting] not found"),
    EXPRESSION_SYNTAX(
            route("setBody: {id: say-it, simple: '${body'}"), "routes/more.camel.yaml, line 8: expected symbol"),
    CRON_SYNTAX(
            file("schedules.camel.yaml", text -> text.replace("\"{{work.catch-up-cron}}\"", "\"now and then\"")),
            "routes/schedules.camel.yaml, line ",
            "'now and then' is no cron expression"),
    UNKNOWN_OPTION_IN_A_TEMPLATE(
            file(
                    "intake.camel.yaml",
                    text -> text.replace("seda:files-of-{{interface}}", "seda:files-of-{{interface}}?polTimeout=100")),
            "routes/intake.camel.yaml, line ",
            "polTimeout");

    private final UnaryOperator<Overrides> change;
    private final String[] said;

    Breakage(UnaryOperator<Overrides> change, String... said) {
        this.change = change;
        this.said = said;
    }

    Overrides in(Overrides overrides) {
        return change.apply(overrides);
    }

    /** What one line must have in it. */
    String[] said() {
        return said;
    }

    /** Whether nobody but Camel finds it, when routes become what runs. */
    boolean isFoundByCamel() {
        return compareTo(UNKNOWN_OPTION) >= 0;
    }

    private static UnaryOperator<Overrides> routes(String text) {
        return overrides -> overrides.routes("more.camel.yaml", text);
    }

    private static UnaryOperator<Overrides> route(String step) {
        return routes(
                """
                - route:
                    id: try-it
                    description: Tries something
                    from:
                      id: take-it
                      uri: "direct:try"
                      steps:
                        - %s
                """
                        .formatted(step));
    }

    private static UnaryOperator<Overrides> junkRoutes() {
        return overrides ->
                overrides.routes("more.camel.yaml", new byte[] {(byte) 0xCA, (byte) 0xFE, 0, 1, (byte) 0xFF});
    }

    private static UnaryOperator<Overrides> file(String name, UnaryOperator<String> edit) {
        return overrides -> overrides.routes(name, edit.apply(shipped("routes/" + name)));
    }

    private static UnaryOperator<Overrides> mapping(String file, String content) {
        return overrides -> overrides.mapping("orders.list", file, content);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
