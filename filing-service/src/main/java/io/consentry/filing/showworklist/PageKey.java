package io.consentry.filing.showworklist;

import io.consentry.filing.telltime.AskedTime;
import io.consentry.web.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Where a page ended: the values of its last row that the next page goes on from. Opaque outside. */
record PageKey(short urgency, Instant receivedAt, String itemId) {

    static PageKey of(WorklistItem last) {
        return new PageKey(last.urgency, last.receivedAt, last.itemId);
    }

    String encoded() {
        String text = urgency + "," + receivedAt + "," + itemId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static PageKey decode(String encoded) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8).split(",", 3);
            if (parts.length == 3 && parts[2].indexOf('\0') < 0 && AskedTime.canBeKept(Instant.parse(parts[1]))) {
                return new PageKey(Short.parseShort(parts[0]), Instant.parse(parts[1]), parts[2]);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // refused below, as every other thing that no page ever gave
        }
        throw ProblemType.BAD_REQUEST.because("next is not a value that a page gave.");
    }
}
