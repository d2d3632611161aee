package io.consentry.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves these tests out where there is no browser, and says so. Nothing is ever downloaded. */
final class NeedsChromium implements ExecutionCondition {

    private static final String MISSING =
            "NOT RUN: the console's tests need Chromium and found none. On Debian: apt-get install chromium;"
                    + " elsewhere set CHROMIUM to the path of its executable.";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<Path> found = find();
        if (found.isEmpty()) {
            System.out.println(MISSING);
            return ConditionEvaluationResult.disabled(MISSING);
        }
        return ConditionEvaluationResult.enabled("with " + found.get());
    }

    static Path executable() {
        return find().orElseThrow(() -> new IllegalStateException(MISSING));
    }

    private static Optional<Path> find() {
        return Stream.of(
                        System.getenv("CHROMIUM"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
