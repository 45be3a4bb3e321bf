package org.talon.branch.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;
import org.talon.branch.identity.StaffLogin;
import org.talon.shared.http.JsonText;
import org.talon.shared.http.Parameters;

/** A new POST cannot forget the Idempotency-Key. */
class EveryPostIsCoveredTest {

    private static final JavaClasses BRANCH = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.talon.branch");

    private static final Set<TxType> ITS_OWN = EnumSet.of(TxType.REQUIRES_NEW, TxType.NOT_SUPPORTED, TxType.NEVER);

    @Test
    void every_post_is_carried_out_at_most_once_or_says_why_not() {
        assertThat(posts())
                .hasSizeGreaterThan(10)
                .allMatch(post -> post.getOwner().isAnnotatedWith(AtMostOnce.class) || isNeverKept(post));
    }

    @Test
    void what_takes_a_password_or_gives_a_token_is_never_kept() {
        assertThat(posts().stream().filter(EveryPostIsCoveredTest::knowsASecret))
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(EveryPostIsCoveredTest::isNeverKept);
    }

    @Test
    void what_is_kept_is_a_plain_view_with_status_200() {
        assertThat(kept())
                .noneMatch(post -> post.getRawReturnType().isAssignableTo(Response.class)
                        || post.getRawReturnType().isAssignableTo(RestResponse.class)
                        || post.getRawReturnType().isAssignableTo(String.class)
                        || post.getRawReturnType().isPrimitive()
                        || post.getRawReturnType().getPackageName().startsWith("io.smallrye.mutiny"));
    }

    @Test
    void what_a_kept_call_asks_for_stands_in_its_path_or_in_its_parameters() {
        assertThat(kept())
                .allMatch(post -> post.getRawParameterTypes().stream()
                        .allMatch(type -> type.isEquivalentTo(String.class) || type.isEquivalentTo(Parameters.class)));
    }

    @Test
    void a_change_joins_the_transaction_that_keeps_its_answer() {
        assertThat(BRANCH.stream().flatMap(type -> type.getMethods().stream()))
                .noneMatch(method -> method.tryGetAnnotationOfType(Transactional.class)
                        .filter(how -> ITS_OWN.contains(how.value()))
                        .isPresent());
        assertThat(BRANCH)
                .noneMatch(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(used -> used.getTargetClass().getSimpleName().equals("QuarkusTransaction")));
    }

    private static List<JavaMethod> posts() {
        return BRANCH.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(POST.class))
                .toList();
    }

    private static List<JavaMethod> kept() {
        return posts().stream().filter(post -> !isNeverKept(post)).toList();
    }

    private static boolean isNeverKept(JavaMethod post) {
        return post.isAnnotatedWith(NeverKept.class) || post.getOwner().isAnnotatedWith(NeverKept.class);
    }

    private static boolean knowsASecret(JavaMethod post) {
        return post.getRawReturnType().isEquivalentTo(JsonText.class)
                || post.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTarget().getName().equals("verify")
                                && call.getTargetOwner().isEquivalentTo(StaffLogin.class));
    }
}
