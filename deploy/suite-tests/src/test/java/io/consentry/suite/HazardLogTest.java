package io.consentry.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A control that no test shows is a hope: each row of the hazard log names tests, and each of them exists. */
class HazardLogTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (H\\d\\d) \\|.*$");
    private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+)`");

    @Test
    void everyControl_isShownByATestThatExists() throws IOException {
        Map<String, Path> classes = testClasses();
        List<String> rows = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        Matcher row = ROW.matcher(Files.readString(ROOT.resolve("docs/clinical-safety/hazard-log.md")));
        while (row.find()) {
            rows.add(row.group(1));
            Matcher test = TEST.matcher(row.group());
            int named = 0;
            for (; test.find(); named++) {
                Path file = classes.get(test.group(1));
                if (file == null || !Files.readString(file).contains("void " + test.group(2) + "(")) {
                    missing.add(row.group(1) + ": " + test.group());
                }
            }
            assertThat(named).as("tests named by " + row.group(1)).isPositive();
        }
        assertThat(rows).hasSizeGreaterThan(20).doesNotHaveDuplicates();
        assertThat(missing).isEmpty();
    }

    private static Map<String, Path> testClasses() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().contains("src/test/java"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            Function.identity(),
                            (first, second) -> first));
        }
    }
}
