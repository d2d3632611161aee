package io.consentry.local.watchsuite;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A log that is shown as it grows. It stays the same file when it is renamed. */
public final class FollowedLog {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);
    private static final int AT_ONCE = 64 * 1024;

    private final FileChannel file;
    private final PrintWriter out;

    private FollowedLog(FileChannel file, PrintWriter out) {
        this.file = file;
        this.out = out;
    }

    /** Follows a log from where it begins. */
    public static FollowedLog open(Path log, PrintWriter out) throws IOException {
        return new FollowedLog(FileChannel.open(log, StandardOpenOption.READ), out);
    }

    /** Skips what stands there already. */
    FollowedLog fromEnd() throws IOException {
        file.position(file.size());
        return this;
    }

    /** Shows what is added for as long as the condition holds, and what was added until then. */
    public synchronized void showWhile(BooleanSupplier condition) throws IOException, InterruptedException {
        while (condition.getAsBoolean()) {
            showNew();
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
        showNew();
    }

    private void showNew() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(AT_ONCE);
        while (file.read(buffer) > 0) {
            out.print(StandardCharsets.UTF_8.decode(buffer.flip()));
            buffer.clear();
        }
        out.flush();
    }
}
