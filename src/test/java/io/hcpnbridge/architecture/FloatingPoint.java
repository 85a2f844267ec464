package io.hcpnbridge.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Finds fields, parameters and results that are double or float. What the compiler adds does not count. */
final class FloatingPoint extends ArchCondition<JavaClass> {
    private static final Set<String> TYPES = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private FloatingPoint() {
        super("declare a field, parameter or result as double or float");
    }

    static FloatingPoint declareIt() {
        return new FloatingPoint();
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (JavaField field : type.getFields()) {
            if (isFloating(field.getRawType())) {
                events.add(SimpleConditionEvent.satisfied(field, field.getDescription()));
            }
        }
        for (JavaCodeUnit code : type.getCodeUnits()) {
            boolean written = !code.getModifiers().contains(JavaModifier.SYNTHETIC);
            boolean floating = isFloating(code.getRawReturnType())
                    || code.getRawParameterTypes().stream().anyMatch(FloatingPoint::isFloating);
            if (written && floating) {
                events.add(SimpleConditionEvent.satisfied(code, code.getDescription()));
            }
        }
    }

    private static boolean isFloating(JavaClass type) {
        return TYPES.contains(type.getBaseComponentType().getName());
    }
}
