package io.consentry.consent.provelog;

import io.consentry.consent.provelog.ProvenLog.Checkpoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
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
            // Unless it is there to the last byte, the file is looked at again before the next.
            last = null;
            AnchoredNotes.append(file.get(), next.get().note());
            reached = size;
        }
        last = reached;
    }

    /** Size of the last tree in the file, after a look whether the database still knows it; -1 where there is none. */
    private long lastIn(Path path) throws IOException {
        String note = AnchoredNotes.last(path);
        if (note.isEmpty()) {
            return -1;
        }
        long size = Long.parseLong(note.lines().skip(1).findFirst().orElseThrow());
        if (log.ofSize(size).filter(known -> known.note().equals(note)).isEmpty()) {
            LOG.errorf(
                    "%s holds a checkpoint of %d events that this database does not have: the database is older, or"
                            + " another, or was rewritten",
                    path, size);
        }
        return size;
    }
}
