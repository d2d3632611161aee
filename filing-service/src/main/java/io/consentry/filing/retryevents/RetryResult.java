package io.consentry.filing.retryevents;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of an event that was tried again. */
record RetryResult(
        String id,

        @Schema(description = "Whether it and those that waited for it are applied; otherwise the list says why not")
        boolean applied) {}
