package io.consentry.ingest.readmessage;

import org.jspecify.annotations.Nullable;

/**
 * The way from the outer Bundle to an element. It is put into words only for whoever asks: of some six hundred elements of a
 * message, hardly one is asked for.
 *
 * @param within absent for the first step
 * @param index negative where there can be only one
 */
record Trail(@Nullable Trail within, String name, int index) {

    private static final int ONLY_ONE = -1;

    static Trail from(String path) {
        return new Trail(null, path, ONLY_ONE);
    }

    Trail to(String name) {
        return new Trail(this, name, ONLY_ONE);
    }

    Trail to(String name, int index) {
        return new Trail(this, name, index);
    }

    /** The FHIRPath. */
    String path() {
        StringBuilder path = new StringBuilder();
        write(path);
        return path.toString();
    }

    private void write(StringBuilder path) {
        if (within != null) {
            within.write(path);
            path.append('.');
        }
        path.append(name);
        if (index >= 0) {
            path.append('[').append(index).append(']');
        }
    }
}
