package io.hcpnbridge.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.doNot;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom, and what nobody does. */
class ArchitectureTest {
    private static final String ROOT = "io.hcpnbridge";

    /** Everybody may know these; they know nobody. */
    private static final Set<String> COMMON = Set.of("json", "config");

    /** Beyond {@link #COMMON}: who may know whom. A new package needs a line here. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.of(
            "json", Set.of(),
            "config", Set.of(),
            "mapping", Set.of(),
            "partner", Set.of(),
            "ledger", Set.of(),
            "intake", Set.of("mapping", "ledger"),
            "cutover", Set.of("mapping"),
            "work", Set.of("ledger", "mapping", "partner", "cutover"),
            "answer", Set.of("ledger", "mapping"),
            "operate", Set.of("ledger"));

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages(ROOT);

    static Stream<String> packages() {
        return MAY_KNOW.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageKnowsOnlyWhomItMay(String name) {
        noClasses()
                .that()
                .resideInAPackage(below(name))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(doNot(mayBeKnownBy(name))))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void everyPackageHasItsPlaceInTheTable() {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : MAIN) {
            String below = type.getPackageName().substring(ROOT.length());
            if (!below.isEmpty()) {
                found.add(below.split("\\.", -1)[1]);
            }
        }
        assertThat(MAY_KNOW.keySet()).containsAll(found);
    }

    @Test
    void thereAreNoCycles() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(MAIN);
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
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName(type)
                    .allowEmptyShould(true)
                    .check(MAIN);
        }
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

    private static DescribedPredicate<JavaClass> mayBeKnownBy(String name) {
        Set<String> known = new TreeSet<>(MAY_KNOW.get(name));
        known.add(name);
        known.addAll(COMMON);
        String[] packages = known.stream().map(ArchitectureTest::below).toArray(String[]::new);
        DescribedPredicate<JavaClass> allowed = JavaClass.Predicates.resideInAnyPackage(packages);
        return name.equals("cutover") ? allowed.or(partnerSettings()) : allowed;
    }

    /** How a tenant's orders are to be placed is a setting of the partner. */
    private static DescribedPredicate<JavaClass> partnerSettings() {
        return describe(
                "settings of the partner", type -> type.getName().startsWith(ROOT + ".partner.PartnerProperties"));
    }

    private static String below(String name) {
        return ROOT + "." + name + "..";
    }
}
