package io.vigil;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.vigil.alarm.AlarmMachine;
import io.vigil.authority.SubjectAlarms;
import io.vigil.forecast.Forecaster;
import io.vigil.glucose.Glucose;
import io.vigil.journal.WardEvent;
import io.vigil.policy.AlarmPolicy;
import io.vigil.proof.AlarmTale;
import io.vigil.rule.AlarmRule;
import io.vigil.ward.PatientId;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls around what is: it knows the JDK alone, in one direction, and is told the time. */
class DomainWallsTest {

    private static final JavaClasses DOMAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.vigil");

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalTime.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system",
            "java.time.InstantSource.system",
            "java.time.ZoneId.systemDefault",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.Thread.sleep");

    @Test
    void each_room_is_looked_at() {
        for (var room : Set.of(
                Glucose.class,
                Forecaster.class,
                PatientId.class,
                AlarmMachine.class,
                AlarmRule.class,
                AlarmPolicy.class,
                SubjectAlarms.class,
                WardEvent.class,
                AlarmTale.class)) {
            assertThat(DOMAIN.contain(room)).as("%s", room).isTrue();
        }
        assertThat(DOMAIN).hasSizeGreaterThan(40);
    }

    @Test
    void it_knows_the_jdk_and_the_null_annotations_alone() {
        holds(classes()
                .that()
                .resideInAPackage("io.vigil..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "io.vigil.glucose",
                        "io.vigil.forecast",
                        "io.vigil.ward",
                        "io.vigil.alarm",
                        "io.vigil.rule",
                        "io.vigil.policy",
                        "io.vigil.authority",
                        "io.vigil.journal",
                        "io.vigil.proof",
                        "java.lang..",
                        "java.time..",
                        "java.util..",
                        "java.io",
                        "org.jspecify.annotations")));
    }

    @Test
    void its_rooms_know_each_other_one_way() {
        holds(onlyKnows("io.vigil.glucose"));
        holds(onlyKnows("io.vigil.forecast", "io.vigil.glucose"));
        holds(onlyKnows("io.vigil.ward", "io.vigil.glucose"));
        holds(onlyKnows("io.vigil.alarm", "io.vigil.glucose", "io.vigil.ward"));
        holds(onlyKnows("io.vigil.rule", "io.vigil.glucose", "io.vigil.forecast", "io.vigil.ward", "io.vigil.alarm"));
        holds(onlyKnows(
                "io.vigil.policy",
                "io.vigil.glucose",
                "io.vigil.forecast",
                "io.vigil.ward",
                "io.vigil.alarm",
                "io.vigil.rule"));
        holds(onlyKnows("io.vigil.journal", "io.vigil.glucose", "io.vigil.ward", "io.vigil.alarm", "io.vigil.policy"));
        holds(onlyKnows("io.vigil.proof", "io.vigil.glucose", "io.vigil.ward", "io.vigil.alarm", "io.vigil.journal"));
        holds(slices().matching("io.vigil.(*)..").should().beFreeOfCycles());
    }

    @Test
    void nobody_asks_the_clock() {
        holds(noClasses().should().accessTargetWhere(isOneOf(CLOCKS)));
        assertThat(new ClassFileImporter()
                        .importClasses(AsksTheClock.class)
                        .get(AsksTheClock.class)
                        .getAccessesFromSelf())
                .as("the rule knows a clock when it sees one")
                .anyMatch(access -> isOneOf(CLOCKS).test(access));
    }

    @Test
    void nobody_prints_and_nobody_touches_a_file() {
        holds(noClasses().should().accessField(System.class, "out"));
        holds(noClasses().should().accessField(System.class, "err"));
        holds(noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("java.io")
                        .and(DescribedPredicate.describe(
                                "are more than a mark",
                                type -> !Set.of("Serializable", "Serial").contains(type.getSimpleName())))));
    }

    private static ArchRule onlyKnows(String room, String... others) {
        var known = Stream.concat(Stream.of(room, "java..", "org.jspecify.annotations"), Stream.of(others));
        return classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(known.toArray(String[]::new)));
    }

    private static DescribedPredicate<JavaAccess<?>> isOneOf(Set<String> clocks) {
        return DescribedPredicate.describe(
                "asks a clock",
                access -> clocks.contains(access.getTargetOwner().getName() + "." + access.getName()));
    }

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(false).check(DOMAIN);
    }

    static final class AsksTheClock {
        long asks() {
            return System.nanoTime();
        }
    }
}
