package io.consentry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A contract kept as a file in the repository: what the code says now must be what was approved.
 *
 * <p>Run the test once with {@code -Dapprove=true} to write the file; the change then stands in the diff for review.
 */
public final class ApprovedFile {

    private ApprovedFile() {}

    /** Fails unless the file holds exactly this text. */
    public static void matches(Path file, String text) {
        String wanted = text.endsWith("\n") ? text : text + "\n";
        try {
            if (Boolean.getBoolean("approve")) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, wanted);
            }
            assertThat(file)
                    .as("approved contract; if the change is meant, run with -Dapprove=true and commit")
                    .exists();
            assertThat(Files.readString(file)).as(file.toString()).isEqualTo(wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
