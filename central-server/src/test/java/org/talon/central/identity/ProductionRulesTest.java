package org.talon.central.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.talon.shared.identity.PasswordHash;

class ProductionRulesTest {

    private record Someone(String login, String password) implements UsersConfig.User {
        @Override
        public String name() {
            return login;
        }

        @Override
        public String passwordHash() {
            return PasswordHash.of(password, new SecureRandom());
        }

        @Override
        public Set<String> roles() {
            return Set.of("ANALYST");
        }
    }

    @Test
    void a_proper_user_in_real_time_may_go_into_production() {
        assertThat(ProductionRules.violations(List.of(new Someone("maria", "long and secret")), false))
                .isEmpty();
    }

    @Test
    void a_demo_login_a_demo_password_and_simulated_time_may_not() {
        assertThat(ProductionRules.violations(
                        List.of(new Someone("Analyst", "long and secret"), new Someone("maria", "demo")), true))
                .containsExactly(
                        "talon.simulation is on", "user 'Analyst' is a demo user", "user 'maria' has a demo password");
    }

    @Test
    void without_any_user_there_is_nobody_to_ask() {
        assertThat(ProductionRules.violations(List.of(), false))
                .containsExactly("no user is configured (talon.users[0].login, .name, .password-hash, .roles)");
    }

    @Test
    void every_profile_that_is_not_plainly_for_play_is_production() {
        assertThat(ProductionRules.applyTo(List.of("prod"))).isTrue();
        assertThat(ProductionRules.applyTo(List.of("staging"))).isTrue();
        assertThat(ProductionRules.applyTo(List.of("prod", "demo"))).isTrue();
        assertThat(ProductionRules.applyTo(List.of("demo"))).isFalse();
        assertThat(ProductionRules.applyTo(List.of("test"))).isFalse();
    }
}
