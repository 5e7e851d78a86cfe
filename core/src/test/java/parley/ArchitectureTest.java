package parley;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The few rules about who may use whom in core. Each says why, because the message is read when it breaks. */
class ArchitectureTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(place -> !place.contains("/test-classes/"))
            .importPackages("parley");

    private static final Set<String> UNSEEDED =
            Set.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom");

    @Test
    void capabilities_do_not_form_cycles() {
        slices().matching("parley.(*)..")
                .should()
                .beFreeOfCycles()
                .because("what flows in a circle can be neither read nor tested one part at a time")
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void core_needs_the_jdk_and_nothing_else() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "parley..", "org.jspecify..")
                .because("a rule of policy must be testable and readable without a framework")
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void core_speaks_to_no_server_and_no_database() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "java.net.http..")
                .because("the standing of a case is a function of the facts it is given")
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void a_story_is_judged_by_the_standing_and_knows_no_proof() {
        noClasses()
                .that()
                .resideInAPackage("parley.story..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "parley.proof..", "parley.game..", "parley.prism..", "parley.certificate..", "parley.brief..")
                .because("figures chosen with the eyes of the prover would only repeat what it believes")
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void core_has_no_clock_and_no_dice() {
        noClasses()
                .should()
                .accessTargetWhere(asksForTimeOrChance())
                .because("the same facts give the same answer for ever; pass a day, an InstantSource or a seed")
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void every_package_says_what_null_means() {
        assertThat(CODE.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                        .map(p -> p.getName()))
                .as("packages whose package-info lacks @NullMarked")
                .isEmpty();
    }

    private static DescribedPredicate<JavaAccess<?>> asksForTimeOrChance() {
        return DescribedPredicate.describe("asks the machine for the time or for a random number", access -> {
            var target = access.getTarget();
            String owner = target.getOwner().getFullName();
            return switch (target.getName()) {
                case "now" -> owner.startsWith("java.time.");
                case "currentTimeMillis", "nanoTime" -> owner.equals(System.class.getName());
                case "random" -> owner.equals(Math.class.getName());
                case "randomUUID" -> owner.equals("java.util.UUID");
                case "systemUTC", "systemDefaultZone", "system" ->
                    Set.of(Clock.class.getName(), "java.time.InstantSource").contains(owner);
                case "current" -> owner.equals("java.util.concurrent.ThreadLocalRandom");
                case "<init>" -> UNSEEDED.contains(owner) && hasNoArguments(target);
                default -> false;
            };
        });
    }

    private static boolean hasNoArguments(AccessTarget target) {
        return target instanceof CodeUnitCallTarget call
                && call.getRawParameterTypes().isEmpty();
    }
}
