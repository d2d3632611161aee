package io.consentry.filing.showitem;

import java.time.Instant;
import java.util.List;

/**
 * How a filed item was filed.
 *
 * @param version of the item that the filing made
 * @param excludedEntryIds entries left out
 * @param patientVisible whether the patient may see it online
 */
public record FilingInForce(
        long version,
        String reviewerId,
        String reviewerName,
        Instant at,
        List<String> excludedEntryIds,
        boolean patientVisible) {}
