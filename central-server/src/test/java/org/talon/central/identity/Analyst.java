package org.talon.central.identity;

import static io.restassured.RestAssured.given;

import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.talon.shared.identity.SessionTokens;

/** Who asks in tests. */
public final class Analyst {

    private Analyst() {}

    public static String token() {
        return tokenOf("ANALYST");
    }

    public static String tokenOf(String role) {
        return CDI.current().select(SessionTokens.class).get().issue(UUID.randomUUID(), "test", Set.of(role), Map.of());
    }

    /** A good token with the signature of another. */
    static String forgedToken() {
        String good = token();
        String other = tokenOf("OPERATOR");
        return good.substring(0, good.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));
    }

    public static void movesClockTo(Instant at) {
        given().queryParam("at", at.toString()).post("simulation/clock").then().statusCode(200);
    }
}
