package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Found;
import io.consentry.ingest.readmessage.UpdateRecord;
import java.util.stream.Stream;
import org.hl7.fhir.dstu3.model.Coding;

/**
 * What a message says of pregnancy. The code is the answer: there is no question beside it.
 *
 * <p>Source: GP Connect Update Record, pregnancy status.
 */
final class Pregnancy {

    private static final String PREGNANT = "77386006";
    private static final String NOT_PREGNANT = "60001007";

    private Pregnancy() {}

    /** Every place that says so, in whatever element and under whatever system the sender put the code. */
    static Stream<Found<Coding>> assertions(UpdateRecord message) {
        return saying(message, PREGNANT);
    }

    static boolean isAsserted(UpdateRecord message) {
        return assertions(message).findAny().isPresent();
    }

    static boolean isDenied(UpdateRecord message) {
        return saying(message, NOT_PREGNANT).findAny().isPresent();
    }

    private static Stream<Found<Coding>> saying(UpdateRecord message, String code) {
        return message.codings().stream()
                .filter(found -> code.equals(found.element().getCode()));
    }
}
