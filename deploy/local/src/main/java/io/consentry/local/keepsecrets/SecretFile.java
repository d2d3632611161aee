package io.consentry.local.keepsecrets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/**
 * A file that only its owner can read, whole at every moment, and on the disk before anybody goes by it: what a key has
 * sealed is lost with the key.
 */
record SecretFile(Path path) {

    /** What the file holds; made now if there is none. Two processes that make it at once agree on one content. */
    String readOrMake(Supplier<String> content) throws IOException {
        if (!Files.exists(path)) {
            make(content.get());
        }
        return Files.readString(path).strip();
    }

    /** Puts other content in the place of what there was. */
    void replace(String content) throws IOException {
        Files.move(unfinished(content), path, StandardCopyOption.ATOMIC_MOVE);
        forceDirectory();
    }

    private void forceDirectory() throws IOException {
        try (FileChannel directory = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private Path unfinished(String content) throws IOException {
        Path directory = path.getParent();
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path unfinished = Files.createTempFile(
                directory,
                path.getFileName().toString(),
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel file = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap((content + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        return unfinished;
    }

    private void make(String content) throws IOException {
        Path unfinished = unfinished(content);
        try {
            // A hard link, unlike a move, fails when somebody else was faster, and then theirs counts.
            Files.createLink(path, unfinished);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.deleteIfExists(unfinished);
        }
        forceDirectory();
    }
}
