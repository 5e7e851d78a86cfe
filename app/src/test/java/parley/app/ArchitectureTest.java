package parley.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The walls of the server. */
final class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes"))
            .importPackages("parley.app");

    @Test
    void capabilities_do_not_go_round_in_circles() {
        slices().matching("parley.app.(**)").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void time_is_handed_in() {
        noClasses()
                .that()
                .resideOutsideOfPackage("parley.app.server..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(OURS);
    }

    @Test
    void the_record_knows_nothing_of_the_web() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "parley.app.record..", "parley.app.copies..", "parley.app.cases..", "parley.app.database..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..", "parley.app.web..")
                .check(OURS);
    }

    @Test
    void nothing_is_read_back_as_an_object_of_java() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .check(OURS);
    }
}
