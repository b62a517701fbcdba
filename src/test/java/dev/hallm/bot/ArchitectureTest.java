package dev.hallm.bot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rules of the house that a compiler does not know; docs/architecture.md says why. */
class ArchitectureTest {
    private static final String ROOT = "dev.hallm.bot";
    private static final String CONSOLE = ROOT + ".platform.console";
    private static final String SETTINGS = ROOT + ".settings";

    private static final JavaClasses MAIN = ArchConfiguration.withThreadLocalScope(ArchitectureTest::ownClasses);

    /** Classes of libraries are known by name only, which is enough here and saves reading them. */
    private static JavaClasses ownClasses(ArchConfiguration configuration) {
        configuration.setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
    }

    private static void onlyIn(String home, String... libraries) {
        noClasses()
                .that()
                .resideOutsideOfPackage(home + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .check(MAIN);
    }

    @Test
    void modulesDependOnlyOnWhatTheyDeclareAndNeverInCircles() {
        ApplicationModules.of(HallmBot.class).verify();
    }

    @Test
    void onlyItsPlatformKnowsSlack() {
        onlyIn(ROOT + ".platform.slack", "com.slack..");
    }

    @Test
    void onlyItsPlatformKnowsDiscord() {
        onlyIn(ROOT + ".platform.discord", "net.dv8tion..");
    }

    @Test
    void onlyTheClusterKnowsKubernetesAndHelm() {
        onlyIn(ROOT + ".cluster", "io.fabric8..", "com.marcnuri..");
    }

    @Test
    void onlyTheApprovalsKnowTheLanguageOfPolicies() {
        onlyIn(ROOT + ".approval", "dev.cel..");
    }

    @Test
    void onlyTheOnboardingMachineKnowsTheStateMachine() {
        onlyIn(ROOT + ".onboarding.machine", "org.springframework.statemachine..");
    }

    @Test
    void nobodyKnowsTheConsole() {
        noClasses()
                .that()
                .resideOutsideOfPackages(CONSOLE + "..", SETTINGS + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CONSOLE + "..")
                .check(MAIN);
    }

    @Test
    void settingsKnowOfTheConsoleOnlyTheRecordThatTheyFill() {
        noClasses()
                .that()
                .resideInAPackage(SETTINGS + "..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage(CONSOLE + "..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.simpleName("ConsoleSettings"))))
                .check(MAIN);
    }

    @Test
    void timeComesFromTheClockThatSettingsMake() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(SETTINGS + ".SettingsConfiguration")
                .should()
                .accessTargetWhere(
                        DescribedPredicate.describe("reads the system's time", ArchitectureTest::readsTheTime))
                .check(MAIN);
    }

    /** Calls and method references. */
    private static boolean readsTheTime(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return switch (access.getName()) {
            case "now" ->
                owner.getPackageName().equals("java.time")
                        && access.getTarget() instanceof CodeUnitAccessTarget target
                        && target.getRawParameterTypes().isEmpty();
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "systemUTC", "systemDefaultZone", "system" -> owner.isEquivalentTo(Clock.class);
            default -> false;
        };
    }

    @Test
    void nothingRunsOnVirtualThreads() {
        noClasses()
                .should()
                .accessTargetWhere(
                        DescribedPredicate.describe("starts virtual threads", ArchitectureTest::startsVirtualThreads))
                .because("they can block one another for good while classes load, see docs/adr/0013")
                .check(MAIN);
    }

    private static boolean startsVirtualThreads(JavaAccess<?> access) {
        return List.of("ofVirtual", "startVirtualThread", "newVirtualThreadPerTaskExecutor")
                .contains(access.getName());
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        List<String> silent = MAIN.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(inMain -> !inMain.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();

        assertThat(silent).isEmpty();
    }
}
