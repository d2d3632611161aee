package io.consentry.local.supervise;

import io.consentry.local.place.Home;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Makes sure that one home has one suite, and that its keys are rotated once at a time. The system lets go of the lock when
 * its holder ends, however it ends.
 */
public final class HomeLock implements AutoCloseable {

    private final FileChannel file;

    private HomeLock(FileChannel file) {
        this.file = file;
    }

    /** The lock, or nothing when another process holds it. The file names its holder for the {@code consentry} script. */
    public static Optional<HomeLock> take(Home home) throws IOException {
        return take(home.lock());
    }

    /** The lock of whoever rotates the keys of a suite that runs, or nothing when another does. */
    public static Optional<HomeLock> takeForKeys(Home home) throws IOException {
        return take(home.lockForKeys());
    }

    private static Optional<HomeLock> take(Path path) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = file.tryLock();
            if (lock == null) {
                file.close();
                return Optional.empty();
            }
        } catch (OverlappingFileLockException e) {
            file.close();
            return Optional.empty();
        }
        String holder = ProcessHandle.current().pid() + "\n";
        file.truncate(0).write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
        return Optional.of(new HomeLock(file));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
