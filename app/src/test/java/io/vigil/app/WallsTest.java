package io.vigil.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.vigil.alarm.AlarmMachine;
import io.vigil.policy.AlarmPolicy;
import java.time.Instant;
import java.util.List;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The walls of the app's house. Each first makes sure that there is something to look at. */
class WallsTest {

    private static final String[] FEATURE_ROOMS = {"ward", "patient", "alarms", "limits", "settings"};

    /** Words that only the agent speaks: who uses one of them judges. */
    private static final List<Class<?>> ALARM_DECIDERS = List.of(AlarmMachine.class, AlarmPolicy.class);

    private static JavaClasses app;

    @BeforeAll
    static void look() {
        app = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.vigil.app");
    }

    @Test
    void feature_rooms_never_know_each_other() {
        for (var room : FEATURE_ROOMS) {
            assertSomethingIn(room);
            for (var other : FEATURE_ROOMS) {
                if (!room.equals(other)) {
                    hold(noClasses()
                            .that()
                            .resideInAPackage("io.vigil.app." + room + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("io.vigil.app." + other + ".."));
                }
            }
        }
    }

    @Test
    void only_the_shell_and_the_wiring_know_the_rooms() {
        hold(noClasses()
                .that()
                .resideInAnyPackage("io.vigil.app.ui..", "io.vigil.app.agentlink..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.vigil.app.shell..",
                        "io.vigil.app.ward..",
                        "io.vigil.app.patient..",
                        "io.vigil.app.alarms..",
                        "io.vigil.app.limits..",
                        "io.vigil.app.settings.."));
    }

    @Test
    void only_agentlink_knows_the_network() {
        assertSomethingIn("agentlink");
        hold(noClasses()
                .that(resideInAPackage("io.vigil.app..").and(not(resideInAPackage("..agentlink.."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.grpc..", "io.vigil.contract..", "com.google.protobuf.."));
    }

    @Test
    void the_app_decides_no_alarm() {
        for (var judging : ALARM_DECIDERS) {
            hold(noClasses().should().dependOnClassesThat().areAssignableTo(judging));
        }
        hold(noClasses().should().dependOnClassesThat(resideInAnyPackage("io.vigil.rule..", "io.vigil.authority..")));
    }

    @Test
    void one_door_to_the_screens_thread() {
        hold(noClasses()
                .that(not(simpleName("FxDoor")))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Platform.class));
    }

    @Test
    void no_database_and_no_cloud() {
        hold(noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.sql..", "org.hsqldb..", "com.microsoft.azure..", "io.vigil.agent..")));
    }

    @Test
    void nobody_asks_the_wall_clock() {
        hold(noClasses().should().callMethod(Instant.class, "now"));
        hold(noClasses().should().callMethod(System.class, "currentTimeMillis"));
        hold(noClasses().should().callMethod(Thread.class, "sleep", long.class));
    }

    @Test
    void no_package_goes_in_circles() {
        slices().matching("io.vigil.app.(*)..").should().beFreeOfCycles().check(app);
    }

    private static void hold(ArchRule rule) {
        assertThat(app.size()).isGreaterThan(20);
        rule.check(app);
    }

    private static void assertSomethingIn(String room) {
        assertThat(app.that(resideInAPackage("io.vigil.app." + room + ".."))).isNotEmpty();
    }
}
