package io.consentry.bench.seedfiling;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Rows in the binary format of COPY: the database has nothing to parse. */
final class BinaryRows {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int END = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    private final DataOutputStream out = new DataOutputStream(bytes);

    BinaryRows() {
        write(() -> {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
        });
    }

    /** A row: texts, numbers (bigint, integer), times and bytes in the order of the table's columns. */
    void row(Object... columns) {
        write(() -> {
            out.writeShort(columns.length);
            for (Object column : columns) {
                field(column);
            }
        });
    }

    /** All of them, ended. */
    byte[] ended() {
        write(() -> out.writeShort(END));
        return bytes.toByteArray();
    }

    private void field(Object value) throws IOException {
        if (value instanceof Long number) {
            out.writeInt(Long.BYTES);
            out.writeLong(number);
        } else if (value instanceof Integer number) {
            out.writeInt(Integer.BYTES);
            out.writeInt(number);
        } else if (value instanceof Instant time) {
            out.writeInt(Long.BYTES);
            out.writeLong(ChronoUnit.MICROS.between(EPOCH, time));
        } else {
            byte[] field = value instanceof byte[] raw ? raw : value.toString().getBytes(StandardCharsets.UTF_8);
            out.writeInt(field.length);
            out.write(field);
        }
    }

    private static void write(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail so", e);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }
}
