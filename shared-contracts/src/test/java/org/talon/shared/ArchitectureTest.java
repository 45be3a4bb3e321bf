package org.talon.shared;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the house, held by the build. */
class ArchitectureTest {

    private static final JavaClasses SHARED = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.talon.shared");

    @Test
    void there_is_no_quarkus_in_it() {
        // But for the exceptions by which calls are refused: an interface of its own, without Quarkus behind it.
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.quarkus..").and(not(resideInAPackage("io.quarkus.security"))))
                .check(SHARED);
    }

    @Test
    void there_is_no_database_in_it() {
        // But for the one that knows the codes of failures that pass, and the one table that both servers have.
        noClasses()
                .that()
                .doNotHaveSimpleName("DatabaseTrouble")
                .and()
                .haveNameNotMatching(".*\\.LoginAttempts(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "jakarta.transaction..", "java.sql..", "javax.sql..")
                .check(SHARED);
    }

    @Test
    void events_and_figures_know_nothing_of_http() {
        noClasses()
                .that()
                .resideInAnyPackage("..shared.event..", "..shared.figures..", "..shared.wire..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.vertx..", "..shared.http..", "..shared.identity..")
                .check(SHARED);
    }

    @Test
    void features_are_free_of_cycles() {
        slices().matching("org.talon.shared.(*)..").should().beFreeOfCycles().check(SHARED);
    }

    @Test
    void time_and_chance_come_from_outside() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..shared.time..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .callConstructor(SecureRandom.class)
                .check(SHARED);
    }

    @Test
    void what_a_class_needs_stands_in_its_constructor() {
        noFields().should().beAnnotatedWith(Inject.class).check(SHARED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Util", "Helper", "Manager", "Impl", "Base", "Dto", "Common"})
    void names_say_what_a_class_is(String empty) {
        noClasses().should().haveSimpleNameEndingWith(empty).check(SHARED);
    }
}
