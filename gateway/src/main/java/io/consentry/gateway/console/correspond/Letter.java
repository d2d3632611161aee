package io.consentry.gateway.console.correspond;

import org.jspecify.annotations.Nullable;

/** A notice or a request, whichever is there. */
record Letter(
        long position, @Nullable Notice notice, @Nullable Asked asked) {

    static Letter of(Notice notice) {
        return new Letter(notice.position(), notice, null);
    }

    static Letter of(Asked asked) {
        return new Letter(asked.position(), null, asked);
    }
}
