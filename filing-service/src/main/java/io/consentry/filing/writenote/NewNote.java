package io.consentry.filing.writenote;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What somebody wants their colleagues to know. */
record NewNote(@NotBlank @Size(max = 4000) String note) {

    /** Prints none of the words. */
    @Override
    public String toString() {
        return "NewNote[withheld]";
    }
}
