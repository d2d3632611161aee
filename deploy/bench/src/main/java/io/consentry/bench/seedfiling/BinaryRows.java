package io.consentry.bench.seedfiling;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Rows in the binary format of COPY: the database has nothing to parse. */
final class BinaryRows {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int END = -1;

    private static final int ONE_DIMENSION = 1;
    private static final int NO_NULLS = 0;
    private static final int TYPE_BIGINT = 20;
    private static final int FROM_ONE = 1;
    private static final int ARRAY_HEADER = 5 * Integer.BYTES;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    private final DataOutputStream out = new DataOutputStream(bytes);

    BinaryRows() {
        write(() -> {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
        });
    }

    /** A row: texts, numbers (bigint, integer, bigint[]), times and bytes in the order of the table's columns. */
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

    private void numbers(List<?> numbers) throws IOException {
        out.writeInt(ARRAY_HEADER + numbers.size() * (Integer.BYTES + Long.BYTES));
        out.writeInt(ONE_DIMENSION);
        out.writeInt(NO_NULLS);
        out.writeInt(TYPE_BIGINT);
        out.writeInt(numbers.size());
        out.writeInt(FROM_ONE);
        for (Object number : numbers) {
            field(number);
        }
    }

    private void field(Object value) throws IOException {
        if (value instanceof Long number) {
            out.writeInt(Long.BYTES);
            out.writeLong(number);
        } else if (value instanceof Integer number) {
            out.writeInt(Integer.BYTES);
            out.writeInt(number);
        } else if (value instanceof List<?> several) {
            numbers(several);
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
