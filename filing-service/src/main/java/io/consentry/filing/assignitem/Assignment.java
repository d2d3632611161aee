package io.consentry.filing.assignitem;

import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask. The id goes into an event, which is kept for ever: so it must look like a person's sign-in, and never like
 * an NHS number.
 */
record Assignment(
        @Schema(description = "Subject of the colleague's tokens; absent for nobody in particular", examples = "ada")
        @Nullable @Pattern(regexp = "(?!\\d{10}$)[A-Za-z0-9._@|:-]{1,128}")
        String to) {}
