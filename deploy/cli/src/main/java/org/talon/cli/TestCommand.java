package org.talon.cli;

import java.util.concurrent.Callable;
import org.talon.report.CannotRun;
import picocli.CommandLine.Command;

/** {@code talon test}: listed here, done by the script itself, because it builds this very program. */
@Command(name = "test", description = "Builds everything and runs every test there is.")
final class TestCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        throw new CannotRun("tests are run by the script: ./talon test");
    }
}
