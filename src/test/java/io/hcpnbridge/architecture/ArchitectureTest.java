package io.hcpnbridge.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.hcpnbridge.law.Knows;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom, and what nobody does. */
class ArchitectureTest {
    private static final String ROOT = "io.hcpnbridge";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages(ROOT);

    static Stream<JavaPackage> packages() {
        return MAIN.getPackage(ROOT).getSubpackagesInTree().stream()
                .filter(part -> !part.getClasses().isEmpty())
                .sorted(Comparator.comparing(JavaPackage::getName));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageKnowsWhomItSaysAndNobodyElse(JavaPackage part) {
        var known = part.getClassDependenciesFromThisPackage().stream()
                .map(dependency ->
                        dependency.getTargetClass().getBaseComponentType().getPackageName())
                .filter(other -> other.startsWith(ROOT)
                        && !other.equals(part.getName())
                        && !other.equals(Knows.class.getPackageName()))
                .map(other -> other.substring(ROOT.length() + 1))
                .distinct();

        assertThat(known).containsExactlyInAnyOrder(said(part));
    }

    @Test
    void thereAreNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void nobodyLogsPastTheLogger() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .allowEmptyShould(true)
                .check(MAIN);
        noClasses().should(ACCESS_STANDARD_STREAMS).allowEmptyShould(true).check(MAIN);
    }

    @Test
    void nobodySleeps() {
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "the target is Thread.sleep",
                        call -> call.getTargetOwner().isEquivalentTo(Thread.class)
                                && call.getName().equals("sleep")))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void nobodyUsesTheOldCalendar() {
        for (String type : List.of("java.util.Date", "java.util.Calendar", "java.text.SimpleDateFormat")) {
            noClasses()
                    .that()
                    .doNotHaveSimpleName("CronTimes")
                    .and()
                    .doNotHaveSimpleName("NextTurn")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName(type)
                    .because("only Quartz speaks in it, and only two classes ask it for times")
                    .allowEmptyShould(true)
                    .check(MAIN);
        }
    }

    @Test
    void theLedgerKnowsNoTimeButTheDatabases() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".ledger..")
                .should()
                .callMethodWhere(describe(
                        "the target tells this machine's time",
                        call -> call.getTargetOwner().getPackageName().equals("java.time")
                                && call.getName().equals("now")))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .because("clocks of replicas differ")
                .check(MAIN);
    }

    @Test
    void nobodyBuildsRoutesInJava() {
        noClasses()
                .should()
                .beAssignableTo("org.apache.camel.RoutesBuilder")
                .because("routes stand in routes/, where operators and integration engineers read them")
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void nobodyCountsInFloatingPoint() {
        noClasses()
                .should(FloatingPoint.declareIt())
                .because("amounts are exact")
                .allowEmptyShould(true)
                .check(MAIN);
    }

    /** The parts of the adapter, by the first word of their packages, that one of them and the packages below it know. */
    static Set<String> partsKnownBy(String part) {
        return packages()
                .filter(known -> (known.getName() + ".").startsWith(ROOT + "." + part + "."))
                .flatMap(known -> Stream.of(said(known)))
                .map(known -> known.split("\\.", -1)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String[] said(JavaPackage part) {
        return part.getAnnotationOfType(Knows.class).value();
    }
}
