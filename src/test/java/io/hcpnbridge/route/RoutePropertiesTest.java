package io.hcpnbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.config.LeavesForRoutes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

/** A misspelt property would be null, and a choice would take another branch. */
class RoutePropertiesTest {
    private static final String ROUTE =
            """
            - route:
                id: try-it
                from:
                  id: take-it
                  uri: "direct:try"
                  steps:
                    - bean: {id: judge-it, ref: judge}
                    - setProperty: {id: keep-it, name: kept, constant: "1"}
                    - removeProperty: {id: forget-it, name: CamelExceptionCaught}
                    - choice:
                        id: choose-it
                        when:
                          - id: when-it
                            %s
                            steps: []
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simple: \"${exchangeProperty.verdict} == 'x' && ${exchangeProperty.kept} == '1'\"",
                "simple: '${exchangeProperty:verdict.code} != null'",
                "simple: '${exchangeProperty[verdict]} != null'",
                "simple: '${exchangePropertyAs(verdict, String)} != null'",
                "exchangeProperty: verdict",
                "exchangeProperty: {expression: verdict}",
                "simple: '${exchangeProperty.CamelLoopIndex} > 1'"
            })
    void whatABeanLeavesOrARouteSetsOrCamelKnowsMayBeRead(String choice) {
        assertThat(problems(choice)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simple: \"${exchangeProperty.verdikt} == 'x' && ${exchangeProperty.kept} == '1'\"",
                "simple: '${exchangeProperty?.verdikt.code} != null'",
                "simple: '${exchangeProperty:verdikt.code} != null'",
                "simple: '${exchangeProperty[\"verdikt\"]} != null'",
                "simple: '${exchangePropertyAs(verdikt, String)} != null'",
                "exchangeProperty: verdikt",
                "exchangeProperty: {expression: verdikt}"
            })
    void whatNobodyLeavesIsNamedWithItsLine(String choice) {
        assertThat(problems(choice))
                .containsExactly(
                        "routes/try.camel.yaml, line 14: nobody leaves the exchange property verdikt, and no route sets it");
    }

    @Test
    void aPropertyThatIsTakenAwayMustBeThere() {
        assertThat(problems("simple: '${exchangeProperty.kept} == 1'", "CamelExceptionCought"))
                .singleElement()
                .asString()
                .contains("line 9", "CamelExceptionCought");
    }

    private static List<String> problems(String choice) {
        return problems(choice, "CamelExceptionCaught");
    }

    private static List<String> problems(String choice, String forgotten) {
        var beans = new DefaultListableBeanFactory();
        beans.registerBeanDefinition("judge", new RootBeanDefinition(Judge.class));
        var text = ROUTE.formatted(choice).replace("CamelExceptionCaught", forgotten);
        var file = RouteText.of("try.camel.yaml", text);
        return new RouteProperties(List.of(file), beans)
                .problems(file).stream().map(RouteProblem::toString).toList();
    }

    @LeavesForRoutes("verdict")
    static class Judge {}
}
