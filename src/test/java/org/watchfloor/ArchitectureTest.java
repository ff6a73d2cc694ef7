package org.watchfloor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The rooms of the house and the doors between them. */
class ArchitectureTest {
    private static final String BASE = "org.watchfloor.";
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.watchfloor");

    @Test
    void roomsKnowOnlyWhatLiesBelow() {
        String[] foundation = {"config", "ssh"};
        String[] features = {"probe", "gate", "health", "incident", "alert", "notify", "recovery"};
        String[] faces = {"store", "web", "ui", "lab"};
        forbid(
                new String[] {"model"},
                "the vocabulary knows nobody",
                "config",
                "ssh",
                "probe",
                "gate",
                "health",
                "incident",
                "alert",
                "notify",
                "recovery",
                "engine",
                "store",
                "web",
                "ui",
                "lab",
                "app");
        forbid(
                foundation,
                "the foundation knows the vocabulary only",
                "probe",
                "gate",
                "health",
                "incident",
                "alert",
                "notify",
                "recovery",
                "engine",
                "store",
                "web",
                "ui",
                "lab",
                "app");
        forbid(features, "features do not know who uses them", "engine", "store", "web", "ui", "lab", "app");
        forbid(new String[] {"engine"}, "the engine does not know its faces", "store", "web", "ui", "lab", "app");
        forbid(faces, "only app puts the parts together", "app");
    }

    @Test
    void neighboursDoNotTalk() {
        for (String[] rank : new String[][] {
            {"config", "ssh"},
            {"probe", "gate", "health", "incident", "alert", "notify", "recovery"},
            {"store", "web", "ui", "lab"}
        }) {
            for (String room : rank) {
                for (String neighbour : rank) {
                    if (!room.equals(neighbour)) {
                        forbid(new String[] {room}, "rooms of one rank meet in the engine or in app", neighbour);
                    }
                }
            }
        }
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching("org.watchfloor.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a cycle makes two rooms one")
                .check(HOUSE);
    }

    @Test
    void librariesStayInTheirRooms() {
        only("javafx..", "the engine runs without a screen", "ui", "app");
        only("java.awt..", "two toolkits in one process meet in one place", "ui.tray");
        only(
                "okhttp3..",
                "only who looks, tells or mends speaks HTTP as a client",
                "probe",
                "notify",
                "recovery",
                "lab");
        only("com.jcraft.jsch..", "JSch is not safe for two threads; one room owns its sessions", "ssh");
        only("java.sql..", "an interrupt inside H2 closes the database", "store");
        only("org.h2..", "an interrupt inside H2 closes the database", "store");
        only(
                "tools.jackson..",
                "wire formats stay at the doors",
                "config",
                "web",
                "probe",
                "notify",
                "recovery",
                "app");
        only("jakarta.mail..", "one room sends mail", "notify");
        only("com.samskivert.mustache..", "templates are for texts to people", "notify", "alert");
        only("org.dmfs..", "rules of recurring time stay with what recurs", "alert");
        only("org.apache.sshd..", "the SSH server belongs to the lab", "lab");
    }

    @Test
    void theFxThreadIsReachedThroughOneDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.watchfloor.ui.fx..", "org.watchfloor.app..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.application.Platform")
                .because("runLater in many places cannot be reasoned about")
                .check(HOUSE);
    }

    @Test
    void viewModelsKnowNoControl() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .because("view models are tested without a toolkit")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void timeHasTwoDoors() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class)
                .because("whoever takes an InstantSource and a Waiter can be tested in any hour")
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.watchfloor.app..")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .because("the clock comes from app")
                .check(HOUSE);
    }

    @Test
    void nothingIsFetchedFromAStaticPlace() {
        ArchRule rule = methods().should().notHaveName("getInstance").because("dependencies come through constructors");
        rule.check(HOUSE);
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .should()
                .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)")
                .because("such a name says nothing about the domain")
                .check(HOUSE);
    }

    private static void forbid(String[] rooms, String because, String... others) {
        noClasses()
                .that()
                .resideInAnyPackage(packages(rooms))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(others))
                .because(because)
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    private static void only(String library, String because, String... rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages(rooms))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because(because)
                .check(HOUSE);
    }

    private static String[] packages(String... rooms) {
        return Arrays.stream(rooms).map(room -> BASE + room + "..").toArray(String[]::new);
    }
}
