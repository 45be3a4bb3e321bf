package org.talon.central.identity;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.talon.shared.http.JsonText;
import org.talon.shared.http.Parameters;
import org.talon.shared.identity.SessionTokens;

/** A token for a login and a password. */
@Path("login")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class LoginResource {

    private final Users users;
    private final SessionTokens tokens;

    LoginResource(Users users, SessionTokens tokens) {
        this.users = users;
        this.tokens = tokens;
    }

    @POST
    @PermitAll
    public JsonText login(Parameters parameters) {
        UsersConfig.User user = users.authenticate(parameters.requiredText("login"), parameters.secret("password"));
        return new JsonText(tokens.issue(Users.idOf(user), user.login(), user.roles(), Map.of()));
    }
}
