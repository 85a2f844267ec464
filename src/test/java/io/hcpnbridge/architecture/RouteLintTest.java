package io.hcpnbridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RouteLintTest {
    private static final RouteLint LINT = new RouteLint();
    private static final String MANUAL = "- `fetch-letters`: fetches letters\n";
    private static final String GOOD =
            """
            - route:
                id: fetch-letters
                description: Fetches letters
                from:
                  id: poll-letterbox
                  uri: sftp:{{erp.sftp.host}}:{{erp.sftp.port}}/{{erp.sftp.inbound-directory}}/letters
                  parameters:
                    username: "{{erp.sftp.username}}"
                    readLock: changed
                    delay: "{{letters.delay:5000}}"
                  steps:
                    - choice:
                        id: choose-box
                        when:
                          - id: is-urgent
                            simple: "${header.urgent} == 'yes'"
                            steps:
                              - toD:
                                  id: ring-bell
                                  uri: direct:bell-${exchangeProperty.tenant}
                        otherwise:
                          id: is-normal
                          steps:
                            - to:
                                id: store-letter
                                uri: direct:store
                                parameters:
                                  timeout: 1000
            """;

    @Test
    void aGoodFileHasNoProblems() {
        assertThat(problems(GOOD)).isEmpty();
    }

    @Test
    void noFilesAreNoProblem() {
        assertThat(LINT.problems(Map.of(), "")).isEmpty();
    }

    @Test
    void anUnknownKeyIsNamedWithFileAndLine() {
        assertThat(problems(GOOD.replace("description:", "autoStartUp: false\n    description:")))
                .singleElement()
                .asString()
                .startsWith("routes/letters.camel.yaml, line 1: ")
                .contains("autoStartUp");
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        assertThat(problems(GOOD.replace("description:", "autoStartUp: false\n    description:")
                        .replace("readLock:", "readLocc:")
                        .replace("- toD:\n", "- toD:\n                      unknown: x\n")))
                .hasSize(3);
    }

    @Test
    void anUnknownElementAtTheTopIsNamed() {
        assertThat(problems(GOOD + "- rout:\n    id: x-y\n"))
                .singleElement()
                .asString()
                .startsWith("routes/letters.camel.yaml, line 29: ")
                .contains("rout");
    }

    @Test
    void anUnknownStepIsNamed() {
        assertThat(problems(GOOD.replace("- toD:", "- sendTo:")))
                .anySatisfy(problem -> assertThat(problem).contains("sendTo").contains("letters.camel.yaml, line 18"));
    }

    @Test
    void anUnknownOptionOfAnEndpointIsNamed() {
        assertThat(problems(GOOD.replace("readLock:", "readLocc:")))
                .singleElement()
                .asString()
                .startsWith("letters.camel.yaml:6 /0/route/from/uri")
                .contains("readLocc");
    }

    @Test
    void aWrongValueOfAnOptionIsNamed() {
        assertThat(problems(GOOD.replace("readLock: changed", "readLock: sometimes")))
                .singleElement()
                .asString()
                .contains("readLock")
                .contains("sometimes");
    }

    @Test
    void anOptionForTheOtherDirectionIsNamed() {
        assertThat(problems(GOOD.replace("readLock: changed", "tempPrefix: x-")))
                .singleElement()
                .asString()
                .contains("tempPrefix");
    }

    @Test
    void anOptionForHttpThatCamelWouldSendAsAQueryIsNamed() {
        assertThat(problems(GOOD.replace("uri: direct:store", "uri: https://example.org")
                        .replace("timeout:", "followRedirect:")))
                .singleElement()
                .asString()
                .contains("followRedirect");
    }

    @Test
    void anAddressMayComeFromTheConfiguration() {
        String configured = "uri: \"{{partner.endpoint}}\"";
        assertThat(problems(GOOD.replace("uri: direct:store", configured).replace("timeout:", "connectTimeout:")))
                .isEmpty();
        assertThat(problems(GOOD.replace("uri: direct:store", configured).replace("timeout:", "connectTimeoot:")))
                .singleElement()
                .asString()
                .contains("connectTimeoot");
    }

    @Test
    void anUnknownComponentIsNamed() {
        assertThat(problems(GOOD.replace("direct:store\n", "driect:store\n")))
                .anySatisfy(problem -> assertThat(problem).contains("driect"));
    }

    @Test
    void aStepWithoutAnIdIsNamed() {
        assertThat(problems(GOOD.replace("id: store-letter\n", "description: x\n")))
                .containsExactly("letters.camel.yaml:24 /0/route/from/steps/0/choice/otherwise/steps/0/to: has no id");
        assertThat(problems(GOOD.replace("- choice:", "- log: hello\n        - choice:")))
                .containsExactly("letters.camel.yaml:12 /0/route/from/steps/0/log: has no id");
        assertThat(problems(GOOD.replace("- id: is-urgent\n                simple", "- simple")))
                .singleElement()
                .asString()
                .endsWith("/choice/when/0: has no id");
    }

    @Test
    void aRouteWithoutDescriptionIsNamed() {
        assertThat(problems(GOOD.replace("    description: Fetches letters\n", "")))
                .containsExactly("letters.camel.yaml:1 /0/route: has no description");
    }

    @Test
    void anIdThatIsNoVerbAndObjectIsNamed() {
        assertThat(problems(GOOD.replace("id: choose-box", "id: chooseBox")))
                .singleElement()
                .asString()
                .endsWith("the id chooseBox is not of the form verb-object");
    }

    @Test
    void anIdThatIsUsedTwiceIsNamedWithBothPlaces() {
        var files = new TreeMap<>(Map.of("letters.camel.yaml", GOOD, "more.camel.yaml", GOOD));
        assertThat(LINT.problems(files, MANUAL))
                .contains("more.camel.yaml:1 /0/route: the id fetch-letters is taken by"
                        + " letters.camel.yaml:1 /0/route");
    }

    @Test
    void theManualListsEveryRouteAndNoOther() {
        assertThat(LINT.problems(Map.of("letters.camel.yaml", GOOD), "| `burn-letters` | burns letters |\n"))
                .containsExactly(
                        "README.md: has no line for the route fetch-letters",
                        "README.md: there is no route burn-letters");
    }

    @Test
    void templatesAndTheirInstancesAreRoutesToo() {
        String template =
                """
                - routeTemplate:
                    id: take-letters
                    description: Takes letters of one kind
                    parameters:
                      - name: kind
                    from:
                      id: poll-letters
                      uri: direct:{{kind}}
                      steps:
                        - to:
                            id: keep-letters
                            uri: mock:{{kind}}
                - templatedRoute:
                    routeId: take-postcards
                    routeTemplateRef: take-letters
                    parameters:
                      - name: kind
                        value: postcards
                """;
        assertThat(LINT.problems(Map.of("x.camel.yaml", template), "- `take-letters`: takes letters\n"))
                .containsExactly("README.md: has no line for the route take-postcards");
    }

    @Test
    void whatIsDoneAboutFailuresHasIdsToo() {
        String configuration =
                """
                - routeConfiguration:
                    id: answer-failures
                    onException:
                      - onException:
                          id: catch-failure
                          exception: [java.io.IOException]
                          steps:
                            - log:
                                id: report-failure
                                message: "${exception.message}"
                """;
        assertThat(problems(configuration)).isEmpty();
        assertThat(problems(configuration.replace("id: catch-failure", "handled: {constant: x}")))
                .containsExactly("letters.camel.yaml:4 /0/routeConfiguration/onException/0/onException: has no id");
    }

    @Test
    void brokenYamlIsNamed() {
        assertThat(problems("- route: [\n"))
                .singleElement()
                .asString()
                .startsWith("routes/letters.camel.yaml, line 2: is no YAML");
    }

    private static List<String> problems(String text) {
        String manual = text.contains("fetch-letters") ? MANUAL : "";
        return LINT.problems(Map.of("letters.camel.yaml", text), manual);
    }
}
