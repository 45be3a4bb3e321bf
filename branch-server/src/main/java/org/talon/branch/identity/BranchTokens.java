package org.talon.branch.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.shared.http.JsonText;
import org.talon.shared.identity.SessionTokens;

/** Makes the tokens of this branch, and knows another branch's, should both ever sign by one key. */
@ApplicationScoped
public class BranchTokens {

    private static final String BRANCH = "branch";

    private final SessionTokens tokens;
    private final CurrentCatalogue catalogue;

    BranchTokens(SessionTokens tokens, CurrentCatalogue catalogue) {
        this.tokens = tokens;
        this.catalogue = catalogue;
    }

    /** @param claims more claims, such as the session's id */
    public JsonText of(UUID userId, String login, Set<String> roles, Map<String, String> claims) {
        Map<String, String> all = new HashMap<>(claims);
        all.put(BRANCH, branchId());
        return new JsonText(tokens.issue(userId, login, roles, all));
    }

    boolean isOurs(JsonWebToken token) {
        return branchId().equals(token.getClaim(BRANCH));
    }

    private String branchId() {
        return catalogue.get().branch().id().toString();
    }
}
