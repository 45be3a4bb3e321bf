package org.talon.branch.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talon.branch.BranchFixture;
import org.talon.branch.BranchFixture.Person;
import org.talon.branch.BranchTest;

/** What a branch answers when it cannot do its work now, and when its simulated clock cannot go where it is told to. */
@BranchTest
class ServerNotReadyTest {

    @Inject
    BranchFixture branch;

    @Inject
    AgroalDataSource database;

    @Test
    @Timeout(60)
    void who_comes_while_every_connection_is_taken_is_asked_to_come_again() throws SQLException {
        // Given
        Person admin = branch.admin();
        AgroalConnectionPoolConfiguration pool = database.getConfiguration().connectionPoolConfiguration();
        Duration usual = pool.acquisitionTimeout();
        List<Connection> taken = new ArrayList<>();
        pool.setAcquisitionTimeout(Duration.ofMillis(100));
        try {
            // When
            Response answer = admin.gets("queue/admin/tickets");
            while (answer.statusCode() == 200) {
                // What the branch itself had in hand comes back, and is taken too.
                takeAll(taken);
                answer = admin.gets("queue/admin/tickets");
            }
            // Then
            answer.then()
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .contentType("application/problem+json")
                    .body("Code", is("database-busy"));
        } finally {
            pool.setAcquisitionTimeout(usual);
            for (Connection connection : taken) {
                connection.close();
            }
        }
        admin.gets("queue/admin/tickets").then().statusCode(200);
    }

    @Test
    void what_nobody_foresaw_says_nothing_of_the_inside() throws SQLException {
        // Given
        Person admin = branch.admin();
        run("create function mistake() returns trigger language plpgsql as"
                + " 'begin raise exception ''a secret of the inside''; end'");
        run("create trigger mistake before insert on ticket for each row execute function mistake()");
        try {
            // When
            admin.posts("queue/admin/tickets/new?productId=117")
                    // Then
                    .then()
                    .statusCode(500)
                    .contentType("application/problem+json")
                    .body("Code", is("internal-error"))
                    .body(not(containsString("secret")));
        } finally {
            run("drop function mistake cascade");
        }
        admin.posts("queue/admin/tickets/new?productId=117").then().statusCode(200);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void takeAll(List<Connection> taken) {
        try {
            while (true) {
                taken.add(database.getConnection());
            }
        } catch (SQLException noneIsLeft) {
            assertThat(noneIsLeft.getMessage()).contains("cquisition timeout");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400, bad-parameter",
        "?at=noon, 400, bad-parameter",
        "?at=2020-01-01T00:00:00Z, 409, clock-goes-forward"
    })
    void a_simulated_clock_goes_forward_only(String at, int status, String code) {
        var before = branch.now();

        given().post("/simulation/clock" + at)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("Code", is(code));

        assertThat(branch.now()).isAfterOrEqualTo(before);
    }
}
