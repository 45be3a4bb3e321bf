package org.talon.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTroubleTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53100", "53300", "57P01", "57P03", "58030"})
    void a_failure_that_passes_is_known_by_its_code_however_deep_it_lies(String sqlState) {
        assertThat(DatabaseTrouble.isPassing(
                        new IllegalStateException("cannot read", new SQLException("whatever language", sqlState))))
                .isTrue();
    }

    @Test
    void a_commit_that_fails_says_why_in_what_it_suppressed() {
        Exception commit = new IllegalStateException("could not commit");
        commit.addSuppressed(new IllegalStateException("no answer", new SQLException("connection lost", "08006")));
        assertThat(DatabaseTrouble.isPassing(new IllegalStateException("cannot call", commit)))
                .isTrue();
    }

    @Test
    void failures_that_name_each_other_are_looked_at_once() {
        Exception one = new IllegalStateException("one");
        one.addSuppressed(new IllegalStateException("other", one));
        assertThat(DatabaseTrouble.isPassing(one)).isFalse();
    }

    @Test
    void a_pool_whose_connections_are_all_in_use_is_known_by_its_words() {
        assertThat(DatabaseTrouble.isPassing(new SQLException("Sorry, acquisition timeout!")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22P02", "42P01", "57014"})
    void what_would_fail_again_does_not_pass(String sqlState) {
        assertThat(DatabaseTrouble.isPassing(new SQLException("no", sqlState))).isFalse();
    }

    @Test
    void other_failures_are_none_of_the_database() {
        assertThat(DatabaseTrouble.isPassing(new IllegalStateException("no"))).isFalse();
        assertThat(DatabaseTrouble.isPassing(new SQLException("no code"))).isFalse();
    }
}
