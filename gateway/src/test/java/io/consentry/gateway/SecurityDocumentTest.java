package io.consentry.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecurityDocumentTest {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern TEST_NAME = Pattern.compile("`(\\w+Test)`");

    @Test
    void everyTestThatTheDocumentNames_exists() throws IOException {
        Set<String> named = TEST_NAME
                .matcher(Files.readString(PROJECT.resolve("docs/security.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> present;
        try (Stream<Path> files = Files.find(
                PROJECT,
                16,
                (file, attributes) -> file.toString().contains("/src/test/java/")
                        && file.toString().endsWith("Test.java"))) {
            present = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }

        assertThat(named).hasSizeGreaterThan(20);
        assertThat(present).containsAll(named);
    }
}
