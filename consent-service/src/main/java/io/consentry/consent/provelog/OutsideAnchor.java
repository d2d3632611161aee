package io.consentry.consent.provelog;

import io.consentry.consent.provelog.ProvenLog.Checkpoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes checkpoints to a file outside the database, so that a database that was rewritten or restored is found out by
 * what it signed before. One note after the other, a blank line between them; each is on the disk before the next.
 *
 * <p>For one thread.
 */
@ApplicationScoped
class OutsideAnchor {

    private static final Logger LOG = Logger.getLogger(OutsideAnchor.class);

    /** Origin, size, root, a blank line, and the signature. */
    private static final int NOTE_LINES = 5;

    private final Optional<Path> file;
    private final ProvenLog log;
    private @Nullable Long last;

    OutsideAnchor(LogConfig config, ProvenLog log) {
        this.file = config.anchorFile();
        this.log = log;
    }

    /** Appends the checkpoint of a tree of this size, unless the file has come as far already. */
    void reach(long size) throws IOException {
        if (file.isEmpty()) {
            return;
        }
        long reached = last == null ? lastIn(file.get()) : last;
        Optional<Checkpoint> next = size > reached ? log.ofSize(size) : Optional.empty();
        if (next.isPresent()) {
            append(file.get(), next.get().note() + "\n");
            reached = size;
        }
        last = reached;
    }

    /** Size of the last tree in the file, after a look whether the database still knows it; -1 where there is none. */
    private long lastIn(Path path) throws IOException {
        List<String> note = new ArrayList<>();
        if (Files.exists(path)) {
            try (BufferedReader lines = Files.newBufferedReader(path)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    // A note has a blank line within, and one between it and the next.
                    if (note.size() == NOTE_LINES) {
                        note.clear();
                    } else {
                        note.add(line);
                    }
                }
            }
        }
        if (note.size() < NOTE_LINES) {
            return -1;
        }
        long size = Long.parseLong(note.get(1));
        if (log.ofSize(size)
                .filter(known -> known.note().lines().toList().equals(note))
                .isEmpty()) {
            LOG.errorf(
                    "%s holds a checkpoint of %d events that this database does not have: the database is older, or"
                            + " another, or was rewritten",
                    path, size);
        }
        return size;
    }

    private static void append(Path path, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
