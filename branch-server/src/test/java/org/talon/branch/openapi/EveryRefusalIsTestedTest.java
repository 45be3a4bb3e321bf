package org.talon.branch.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A new refusal cannot come without a test that names its code. */
class EveryRefusalIsTestedTest {

    private static final Path TESTS = Path.of("src", "test", "java");

    /** They compare the sources with the document: no server has answered what they name. */
    private static final Set<String> ASK_NO_SERVER = Set.of("ApiErrorsTest.java", "SourceCodes.java");

    private static final Pattern TEXT =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);

    @Test
    void every_code_that_the_branch_answers_is_named_by_a_test() throws IOException {
        Set<String> untested = new TreeSet<>(SourceCodes.all().keySet());
        ApiErrorsTest.everyDescribedProblem()
                .forEach(problem -> untested.add(problem.path("Code").asText()));
        assertThat(untested).hasSizeGreaterThan(50);

        untested.removeAll(namedByTests());

        assertThat(untested).isEmpty();
    }

    private static Set<String> namedByTests() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            List<Path> tests = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !ASK_NO_SERVER.contains(file.getFileName().toString()))
                    .toList();
            Set<String> named = new TreeSet<>();
            for (Path test : tests) {
                named.addAll(wordsOfTexts(Files.readString(test)));
            }
            return named;
        }
    }

    /** Also from the middle of a text: a row of a table is one. */
    private static Set<String> wordsOfTexts(String source) {
        return TEXT.matcher(source)
                .results()
                .map(MatchResult::group)
                .flatMap(text -> Arrays.stream(text.split("[^a-z-]+")))
                .collect(Collectors.toSet());
    }
}
