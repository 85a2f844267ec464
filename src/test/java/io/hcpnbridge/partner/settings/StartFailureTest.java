package io.hcpnbridge.partner.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What an operator reads when the program does not start. */
@ExtendWith(OutputCaptureExtension.class)
class StartFailureTest {
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            --partner.site=mars                           | partner.site is 'mars': set one of china, international
            --partner.orders.generation=newest            | partner.orders.generation is 'newest': set one of auto, old, new
            --partner.tenants.acme.orders-generation=x    | partner.tenants.acme.orders-generation is 'x': set one of auto, old, new
            --partner.response-timeout=soon               | partner.response-timeout cannot be read: set a duration such as 30s
            --partner.tenants.acme.secret-key=            | partner.tenants.acme.secret-key (or secret-key-file) is missing
            """)
    void theStartStopsWithOneLineThatSaysWhatToSet(String argument, String line, CapturedOutput output) {
        SpringApplication application = new SpringApplication(PartnerSettingsConfiguration.class);
        application.setWebApplicationType(WebApplicationType.NONE);

        List<String> arguments = new ArrayList<>(List.of(
                "--partner.site=china",
                "--partner.tenants.acme.domain-id=d",
                "--partner.tenants.acme.access-key=AKFAKE",
                "--partner.tenants.acme.secret-key=sk-canary"));
        String property = argument.substring(0, argument.indexOf('=') + 1);
        arguments.removeIf(other -> other.startsWith(property));
        arguments.add(argument);

        assertThatThrownBy(() -> application.run(arguments.toArray(String[]::new)))
                .isInstanceOf(Exception.class);

        assertThat(output.getAll().lines()).anyMatch(said -> said.endsWith(": " + line));
        assertThat(output).doesNotContain("Action:").doesNotContain("sk-canary");
    }
}
