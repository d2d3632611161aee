package io.consentry.consent.provelog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jboss.logging.Logger;

/**
 * The file that checkpoints are anchored in: one note after the other, a blank line between them. A note that a full disk or a
 * power cut tore off is no note, and is taken away before the next, which would be unreadable behind it.
 */
final class AnchoredNotes {

    private static final Logger LOG = Logger.getLogger(AnchoredNotes.class);

    /** How the line of a signature begins, the last of a note. */
    private static final String SIGNATURE = "\n\u2014 ";

    private static final String END = "\n\n";

    /** Longer than any note; what holds more and no note is some other file. */
    private static final int LONGEST = 4096;

    private AnchoredNotes() {}

    /** The last note that is whole, empty where there is none; what follows it is cut off. */
    static String last(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        // Forgivingly: it may end within a letter.
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        int end = endOfLast(text, text.length());
        String torn = text.substring(end);
        if (torn.length() > LONGEST) {
            throw new IOException(file + " holds something else than checkpoints");
        }
        if (!torn.isEmpty()) {
            LOG.warnf("%s ends within a checkpoint, as after a full disk: that one is cut off", file);
            cut(file, text.substring(0, end).getBytes(StandardCharsets.UTF_8).length);
        }
        return end == 0 ? "" : text.substring(endOfLast(text, end - END.length()), end - 1);
    }

    /** Appends a note and has it on the disk. Where that fails, {@link #last} cuts off what was written of it. */
    static void append(Path file, String note) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap((note + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Where the last note ends that ends within so many characters. */
    private static int endOfLast(String text, int within) {
        for (int line = text.lastIndexOf(SIGNATURE, within); line >= 0; line = text.lastIndexOf(SIGNATURE, line - 1)) {
            int end = text.indexOf('\n', line + 1);
            if (end >= 0 && text.startsWith(END, end) && end + END.length() <= within) {
                return end + END.length();
            }
        }
        return 0;
    }

    private static void cut(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
            channel.force(true);
        }
    }
}
