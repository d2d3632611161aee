package io.consentry.local.keepsecrets;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A file that only its owner can read, written once and never changed. */
record SecretFile(Path path) {

    /** What the file holds; made now if there is none. Two processes that make it at once agree on one content. */
    String readOrMake(Supplier<String> content) throws IOException {
        if (!Files.exists(path)) {
            make(content.get());
        }
        return Files.readString(path).strip();
    }

    private void make(String content) throws IOException {
        Path directory = path.getParent();
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path unfinished = Files.createTempFile(
                directory,
                path.getFileName().toString(),
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(unfinished, content + "\n");
            // A hard link, unlike a move, fails when somebody else was faster, and then theirs counts.
            Files.createLink(path, unfinished);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
