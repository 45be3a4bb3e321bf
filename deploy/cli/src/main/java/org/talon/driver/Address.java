package org.talon.driver;

import java.net.URI;
import java.net.URISyntaxException;
import org.talon.report.CannotRun;

/** Where a server is reached, as somebody typed it. */
public final class Address {

    private Address() {}

    /** @param example of what is expected, for who typed something else */
    public static URI of(String typed, String example) {
        try {
            URI address = new URI(typed.replaceAll("/+$", ""));
            if (address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException notAnAddress) {
            throw new CannotRun("\"" + typed + "\" is no address such as " + example, notAnAddress);
        }
        throw new CannotRun("\"" + typed + "\" is no address such as " + example);
    }
}
