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

    /** Everybody may know these; they know only each other. */
    static final Set<String> COMMON = Set.of("json", "config", "log", "secret");

    /** Beyond {@link #COMMON}: who may know whom. A new package needs a line here. */
    static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("json", Set.of()),
            Map.entry("config", Set.of()),
            Map.entry("log", Set.of()),
            Map.entry("secret", Set.of()),
            Map.entry("stop", Set.of()),
            Map.entry("memory", Set.of()),
            Map.entry("housekeeping", Set.of("stop")),
            Map.entry("erp", Set.of("stop")),
            Map.entry("mapping", Set.of()),
            Map.entry("describe", Set.of("mapping")),
            Map.entry("route", Set.of("mapping")),
            Map.entry("check", Set.of("mapping", "route", "partner")),
            Map.entry("partner", Set.of()),
            Map.entry("ledger", Set.of()),
            Map.entry("version", Set.of("mapping", "ledger")),
            Map.entry("intake", Set.of("stop", "replica", "erp", "mapping", "version", "ledger", "partner.settings")),
            Map.entry("cutover", Set.of("mapping", "partner.settings")),
            Map.entry("replica", Set.of("ledger")),
            Map.entry("work", Set.of("stop", "replica", "ledger", "mapping", "version", "partner", "cutover")),
            Map.entry("answer", Set.of("replica", "erp", "ledger", "mapping", "version")),
            Map.entry("pull", Set.of("route", "erp", "intake", "ledger", "mapping", "version", "partner.settings")),
            Map.entry("door", Set.of()),
            Map.entry("operate", Set.of("door")));

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
        return JavaClass.Predicates.resideInAnyPackage(packages);
    }

    private static String below(String name) {
        return ROOT + "." + name + "..";
    }
}
