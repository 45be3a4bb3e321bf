package org.talon.cli;

import org.talon.network.DemoLogins;
import org.talon.repair.CentreAddress;
import picocli.CommandLine.Option;

/** Which centre is meant, and who asks it; those of the demonstration where nothing is said. */
final class CentreOptions {

    @Option(names = "--centre", paramLabel = "URL", description = "The centre (default ${DEFAULT-VALUE}).")
    private String url = "http://127.0.0.1:8082";

    @Option(
            names = "--login",
            paramLabel = "LOGIN",
            description = "Of an administrator (default: the demonstration's).")
    private String login = DemoLogins.ANALYST;

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            arity = "0..1",
            interactive = true,
            description = "Asked for where it is named without a value (default: the demonstration's).")
    private String password = DemoLogins.ANALYST_PASSWORD;

    CentreAddress address() {
        return new CentreAddress(url, login, password);
    }
}
