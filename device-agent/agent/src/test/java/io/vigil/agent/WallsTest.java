package io.vigil.agent;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The walls of the agent's house. Each first makes sure that there is something to look at. */
class WallsTest {

    private static JavaClasses agent;

    @BeforeAll
    static void look() {
        agent = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.vigil.agent");
    }

    @Test
    void rooms_know_only_themselves() {
        assertSomethingIn("sensing");
        assertSomethingIn("alarming");
        assertSomethingIn("storing");
        assertSomethingIn("serving");

        slices().matching("io.vigil.agent.(*)..")
                .should()
                .notDependOnEachOther()
                .check(agent);
    }

    @Test
    void no_room_knows_the_wiring() {
        hold(noClasses()
                .that()
                .resideInAPackage("io.vigil.agent.(*)..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.vigil.agent"));
    }

    @Test
    void sql_stands_only_in_storing() {
        assertSomethingIn("storing");
        hold(noClasses()
                .that(resideInAPackage("io.vigil.agent..").and(not(resideInAPackage("..storing.."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.hsqldb..", "org.jdbi..", "org.flywaydb.."));
    }

    @Test
    void the_wire_stands_only_in_serving() {
        assertSomethingIn("serving");
        hold(noClasses()
                .that(resideInAPackage("io.vigil.agent..").and(not(resideInAPackage("..serving.."))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.grpc.."));
    }

    @Test
    void no_toolkit_and_no_cloud_client_outside_their_rooms() {
        hold(noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("javafx..", "com.microsoft.azure..", "io.vigil.app..", "io.vigil.hub..")));
    }

    @Test
    void nobody_asks_the_wall_clock() {
        hold(noClasses().should().callMethod(Instant.class, "now"));
        hold(noClasses().should().callMethod(System.class, "currentTimeMillis"));
        hold(noClasses().should().callMethod(Clock.class, "systemUTC"));
        hold(noClasses().should().callMethod(Thread.class, "sleep", long.class));
    }

    @Test
    void no_package_goes_in_circles() {
        slices().matching("io.vigil.(**)").should().beFreeOfCycles().check(agent);
    }

    private static void hold(ArchRule rule) {
        assertThat(agent.size()).isGreaterThan(20);
        rule.check(agent);
    }

    private static void assertSomethingIn(String room) {
        assertThat(agent.that(resideInAPackage("io.vigil.agent." + room + "..")))
                .isNotEmpty();
    }
}
