package org.talon.branch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import org.junit.jupiter.api.Test;

/** The rules of the house, held by the build. */
class ArchitectureTest {

    private static final JavaClasses BRANCH = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.talon.branch");

    @Test
    void features_are_free_of_cycles() {
        slices().matching("org.talon.branch.(*)..").should().beFreeOfCycles().check(BRANCH);
    }

    @Test
    void the_platform_knows_no_feature() {
        noClasses()
                .that(resideInAPackage("..branch.platform.."))
                .should()
                .dependOnClassesThat(resideInAPackage("org.talon.branch..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(resideInAPackage("..branch.platform.."))))
                .check(BRANCH);
    }

    @Test
    void http_is_the_business_of_resources() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Resource")
                .and()
                .resideOutsideOfPackages("..platform..", "..idempotency..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .check(BRANCH);
    }

    @Test
    void kafka_is_the_business_of_the_outbox() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..outbox..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..", "org.eclipse.microprofile.reactive..", "io.smallrye.reactive..")
                .check(BRANCH);
    }

    @Test
    void a_resource_holds_no_transaction_and_no_database() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Transactional.class)
                .orShould()
                .dependOnClassesThat(simpleNameEndingWith("Repository"))
                .check(BRANCH);
    }

    /** A key of an interceptor would be asked for twice within one call. */
    @Test
    void no_call_of_the_api_makes_another_one() {
        methods()
                .that()
                .areAnnotatedWith(POST.class)
                .should(new ArchCondition<JavaMethod>("be called from outside only") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        method.getCallsOfSelf()
                                .forEach(call ->
                                        events.add(SimpleConditionEvent.violated(method, call.getDescription())));
                    }
                })
                .check(BRANCH);
    }

    @Test
    void no_entity_leaves_a_resource() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .haveRawReturnType(com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith(
                        Entity.class))
                .check(BRANCH);
    }

    @Test
    void time_and_chance_come_from_outside() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..platform..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .callConstructor(java.util.Random.class)
                .orShould()
                .callConstructor(java.security.SecureRandom.class)
                .check(BRANCH);
    }

    @Test
    void what_a_class_needs_stands_in_its_constructor() {
        noFields().should().beAnnotatedWith(Inject.class).check(BRANCH);
    }

    @Test
    void names_say_what_a_class_is() {
        classes()
                .should()
                .haveSimpleNameNotEndingWith("Util")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Manager")
                .andShould()
                .haveSimpleNameNotEndingWith("Impl")
                .andShould()
                .haveSimpleNameNotEndingWith("Base")
                .andShould()
                .haveSimpleNameNotEndingWith("Dto")
                .andShould()
                .haveSimpleNameNotEndingWith("Common")
                .check(BRANCH);
    }
}
