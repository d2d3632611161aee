package io.consentry.ingest.checkmessage;

import io.consentry.ingest.Samples;
import io.consentry.ingest.recognisemessage.Recognised;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hl7.fhir.dstu3.model.Bundle;

/**
 * A message that breaks one rule.
 *
 * @param sample which of the samples was changed
 * @param too rules that cannot but break with it: what is removed cannot be referred to
 * @param recognised what is known of it before
 */
record BrokenMessage(
        String rule, String how, String sample, Supplier<byte[]> message, Set<String> too, Recognised recognised) {

    static BrokenMessage of(String rule, String how, String sample, Consumer<Bundle> change, String... too) {
        return new BrokenMessage(
                rule, how, sample, () -> Samples.changed(sample, change), Set.of(too), Recognised.NOTHING);
    }

    /** Nothing is wrong in it; what was known before makes it break the rule. */
    static BrokenMessage known(String rule, String how, Recognised recognised) {
        return new BrokenMessage(
                rule, how, Samples.PHARMACY_FIRST, () -> Samples.xml(Samples.PHARMACY_FIRST), Set.of(), recognised);
    }

    byte[] xml() {
        return message.get();
    }

    @Override
    public String toString() {
        return rule + ": " + how;
    }
}
