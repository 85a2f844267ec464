package io.hcpnbridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MappingFailureAnalyzerTest {
    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MappingConfiguration.class));

    @Test
    void theCatalogIsReadFromTheConfiguredFolder() {
        runner.withPropertyValues("bridge.mappings=classpath:mapping/catalog/")
                .run(context -> assertThat(context.getBean(MappingCatalog.class).interfaces())
                        .containsExactly("stock.order", "stock.query"));
    }

    @Test
    void aStartThatFailsSaysWhyInOneLine() {
        runner.withPropertyValues("bridge.mappings=classpath:mapping/nowhere/").run(context -> {
            assertThat(context).hasFailed();
            FailureAnalysis analysis = new MappingFailureAnalyzer().analyze(context.getStartupFailure());
            assertThat(analysis.getDescription()).hasLineCount(1).contains("classpath:mapping/nowhere/");
        });
    }
}
