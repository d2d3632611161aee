package io.consentry.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The place a sealed value belongs to. It is authenticated with the value, so that bytes copied to another row, another
 * practice or another column no longer open.
 *
 * @param practice ODS code of the practice whose data key seals the value
 * @param id of the row
 * @param part which of the row's values it is, such as {@code original}
 */
public record Binding(String practice, String id, String part) {

    /** Each field with its length before it, so that no two bindings read the same. */
    byte[] authenticated() {
        byte[][] fields = {utf8(practice), utf8(id), utf8(part)};
        int size = 0;
        for (byte[] field : fields) {
            size += Integer.BYTES + field.length;
        }
        ByteBuffer buffer = ByteBuffer.allocate(size);
        for (byte[] field : fields) {
            buffer.putInt(field.length).put(field);
        }
        return buffer.array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
