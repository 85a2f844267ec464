package io.hcpnbridge.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloatingPointTest {
    record Field(double amount) {}

    interface Result {
        Float amount();
    }

    interface Parameter {
        void pay(double[] amounts);
    }

    static final class Gauge {
        ToDoubleFunction<Long> reading() {
            return Long::doubleValue;
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Field.class, Result.class, Parameter.class})
    void isFound(Class<?> type) {
        assertThatThrownBy(() -> check(type))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(type.getSimpleName());
    }

    @Test
    void isNotFoundInWhatTheCompilerAdds() {
        assertThatCode(() -> check(Gauge.class)).doesNotThrowAnyException();
    }

    private static void check(Class<?> type) {
        noClasses().should(FloatingPoint.declareIt()).check(new ClassFileImporter().importClasses(type));
    }
}
