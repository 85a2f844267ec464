package io.hcpnbridge.endtoend.overrides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.BridgeApplication;
import io.hcpnbridge.rehearsal.Surroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whatever is broken in an override is refused by the check and by the start, with a line that names file, line and rule. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
@Tag("slow")
@Tag("overrides")
class BrokenOverridesTest {
    private final Surroundings surroundings = Surroundings.start();

    @AfterAll
    void close() {
        surroundings.close();
    }

    /** One of each kind: the check is the first part of every start, which is tried with all of them, if not in every gate. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "UNKNOWN_KEY",
                "JUNK_ROUTES",
                "MISSPELT_PROPERTY",
                "JSLT_SYNTAX",
                "COLUMN_UNKNOWN_WORD",
                "RULES_SYNTAX",
                "SETTINGS_UNKNOWN_WORD",
                "UNKNOWN_OPTION",
                "UNKNOWN_COMPONENT",
                "UNKNOWN_SETTING",
                "EXPRESSION_SYNTAX",
                "CRON_SYNTAX",
                "UNKNOWN_OPTION_IN_A_TEMPLATE"
            })
    void theCheckRefusesIt(Breakage breakage, @TempDir Path folder, CapturedOutput output) {
        var settings = breakage.in(new Overrides(folder)).settings();

        assertThatThrownBy(() -> run(settings, "--bridge.check=true")).isNotNull();

        assertSaid(breakage, output);
    }

    @ParameterizedTest
    @EnumSource
    void theStartRefusesItBeforeAnythingIsBegun(Breakage breakage, @TempDir Path folder, CapturedOutput output) {
        var settings = breakage.in(new Overrides(folder)).settings();

        assertThatThrownBy(() -> run(settings)).isNotNull();

        assertSaid(breakage, output);
        assertThat(surroundings.partner().journal().calls()).isEmpty();
        if (!breakage.isFoundByCamel()) {
            assertThat(output).doesNotContain("HikariPool", "Flyway");
        }
    }

    @Test
    void severalMistakesAreSaidAtOnce(@TempDir Path folder, CapturedOutput output) {
        var overrides = new Overrides(folder);
        var all = List.of(Breakage.UNKNOWN_KEY, Breakage.JSLT_SYNTAX);
        all.forEach(breakage -> breakage.in(overrides));

        assertThatThrownBy(() -> run(overrides.settings(), "--bridge.check=true"))
                .isNotNull();

        all.forEach(breakage -> assertSaid(breakage, output));
    }

    @Test
    void aValueThatCameFromASettingIsNotShown(@TempDir Path folder, CapturedOutput output) {
        var overrides = new Overrides(folder)
                .routes(
                        "more.camel.yaml",
                        """
                        - route:
                            id: try-it
                            from:
                              id: take-it
                              uri: "direct:try"
                              steps:
                                - to:
                                    id: say-it
                                    uri: "log:x?passwrod={{erp.sftp.password}}"
                        """);

        assertThatThrownBy(() -> run(overrides.settings(), "--bridge.check=true"))
                .isNotNull();

        assertThat(output)
                .contains("passwrod")
                .doesNotContain(surroundings.sftp().password());
    }

    private static void assertSaid(Breakage breakage, CapturedOutput output) {
        assertThat(output.toString().lines())
                .anySatisfy(line -> assertThat(line).contains("ERROR").contains(breakage.said()));
        assertThat(output.toString()).contains("APPLICATION FAILED TO START").doesNotContain("\tat ");
    }

    private void run(Map<String, String> settings, String... further) {
        List<String> arguments = new ArrayList<>(Arrays.asList(surroundings.arguments()));
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.addAll(Arrays.asList(further));
        var application = new SpringApplication(BridgeApplication.class);
        application.setRegisterShutdownHook(false);
        application.run(arguments.toArray(String[]::new)).close();
    }
}
