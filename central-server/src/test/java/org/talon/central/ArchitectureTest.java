package org.talon.central;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What {@code architecture.md} promises of this module. */
class ArchitectureTest {

    private static final JavaClasses CENTRE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.talon.central");

    @Test
    void features_are_free_of_cycles() {
        holds(slices().matching("org.talon.central.(*)..").should().beFreeOfCycles());
    }

    @Test
    void the_platform_depends_on_no_feature() {
        holds(noClasses()
                .that()
                .resideInAPackage("..platform..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.talon.central..").and(not(resideInAnyPackage("..platform..")))));
    }

    @Test
    void http_is_known_to_resources_and_the_platform_alone() {
        holds(noClasses()
                .that()
                .haveNameNotMatching(".*Resource(\\$.*)?")
                .and()
                .resideOutsideOfPackage("..platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy.."));
    }

    @Test
    void kafka_is_known_to_the_inbox_alone() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("..inbox..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "org.eclipse.microprofile.reactive..",
                        "io.smallrye.reactive..",
                        "io.smallrye.mutiny.."));
    }

    @Test
    void a_resource_only_translates() {
        holds(noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..")
                        .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.type(EntityManager.class))
                        .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(
                                PanacheRepositoryBase.class))
                        .or(com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith(
                                        Entity.class)
                                .forSubtype())
                        .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.type(Transactional.class))));
    }

    @Test
    void the_clock_is_read_by_its_one_bean_alone() {
        holds(noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(UUID.class, "randomUUID"));
    }

    @Test
    void what_a_class_needs_comes_by_its_constructor() {
        holds(noFields().should().beAnnotatedWith(Inject.class));
        holds(noMethods().should().beAnnotatedWith(Inject.class));
        holds(noConstructors().should().beAnnotatedWith(Inject.class));
    }

    @Test
    void no_name_says_nothing() {
        for (String empty : new String[] {"Util", "Utils", "Helper", "Manager", "Impl", "Base", "Dto", "Common"}) {
            holds(noClasses().should().haveSimpleNameEndingWith(empty));
        }
    }

    @Test
    void every_package_says_what_may_be_null() {
        holds(classes().that(simpleNameEndingWith("package-info")).should().beAnnotatedWith(NullMarked.class));
    }

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(CENTRE);
    }
}
