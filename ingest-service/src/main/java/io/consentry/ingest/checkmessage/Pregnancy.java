package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.UpdateRecord;

/**
 * What a message says of pregnancy. The code is the answer: there is no question beside it.
 *
 * <p>Source: GP Connect Update Record, pregnancy status.
 */
final class Pregnancy {

    static final String PREGNANT = "77386006";
    static final String NOT_PREGNANT = "60001007";

    private Pregnancy() {}

    static boolean isAsserted(UpdateRecord message) {
        return says(message, PREGNANT);
    }

    static boolean isDenied(UpdateRecord message) {
        return says(message, NOT_PREGNANT);
    }

    private static boolean says(UpdateRecord message, String code) {
        return message.content().stream().anyMatch(placed -> Codings.asserts(placed.resource(), code));
    }
}
