package org.talon.repair;

import java.net.URI;
import java.net.URISyntaxException;
import org.talon.driver.CentreClient;
import org.talon.report.CannotRun;

/** A centre that runs, and who asks it. */
public record CentreAddress(String url, String login, String password) {

    CentreClient open() {
        return new CentreClient(uri()).login(login, password);
    }

    private URI uri() {
        try {
            URI uri = new URI(url.replaceAll("/+$", ""));
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException notAnAddress) {
            throw new CannotRun("\"" + url + "\" is no address such as http://127.0.0.1:8082", notAnAddress);
        }
        throw new CannotRun("\"" + url + "\" is no address such as http://127.0.0.1:8082");
    }
}
