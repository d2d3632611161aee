package io.consentry.consent.replayevents;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** A page of the log: finished lines, and where each of them ends. */
public final class EventPage {

    private final byte[] lines;
    private final long[] positions;
    private final int[] ends;
    private final int count;
    private final long last;
    private final boolean full;

    EventPage(byte[] lines, long[] positions, int[] ends, int count, long last, boolean full) {
        this.lines = lines;
        this.positions = positions;
        this.ends = ends;
        this.count = count;
        this.last = last;
        this.full = full;
    }

    /** Position of the last event; where the page is empty, the position it was asked after. */
    public long last() {
        return last;
    }

    /** Whether there may be more. */
    public boolean full() {
        return full;
    }

    /** How many events it has. */
    public int size() {
        return count;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Writes all of it, one event a line. */
    void writeTo(OutputStream out) throws IOException {
        out.write(lines, 0, count == 0 ? 0 : ends[count - 1]);
    }

    /** Its events, one by one. */
    public List<LoggedEvent> events() {
        return IntStream.range(0, count)
                .mapToObj(event ->
                        new LoggedEvent(positions[event], lines, event == 0 ? 0 : ends[event - 1], ends[event] - 1))
                .toList();
    }

    /**
     * An event as it is told: the stored leaf with {@code disclosed} and {@code leafHash} appended, in UTF-8.
     *
     * @param lines where it stands
     * @param from where it begins there
     * @param to behind its last byte
     */
    @SuppressWarnings("ArrayRecordComponent") // the page's, which nobody changes
    public record LoggedEvent(long position, byte[] lines, int from, int to) {

        /** The JSON as text. */
        public String text() {
            return new String(lines, from, to - from, StandardCharsets.UTF_8);
        }

        /** Writes the JSON. */
        public void writeTo(OutputStream out) throws IOException {
            out.write(lines, from, to - from);
        }

        /** Writes the JSON without its closing brace, so that more can follow. */
        public void writeOpenTo(OutputStream out) throws IOException {
            out.write(lines, from, to - from - 1);
        }
    }
}
