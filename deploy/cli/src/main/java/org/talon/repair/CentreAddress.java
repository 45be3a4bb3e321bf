package org.talon.repair;

import org.talon.driver.Address;
import org.talon.driver.CentreClient;

/** A centre that runs, and who asks it. */
public record CentreAddress(String url, String login, String password) {

    CentreClient open() {
        return new CentreClient(Address.of(url, "http://127.0.0.1:8082")).login(login, password);
    }
}
