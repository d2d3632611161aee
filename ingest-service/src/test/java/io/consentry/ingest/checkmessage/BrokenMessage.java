package io.consentry.ingest.checkmessage;

import io.consentry.ingest.Samples;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hl7.fhir.dstu3.model.Bundle;

/**
 * A message that breaks one rule.
 *
 * @param sample which of the samples was changed
 * @param too rules that cannot but break with it: what is removed cannot be referred to
 */
record BrokenMessage(String rule, String how, String sample, Supplier<byte[]> message, Set<String> too) {

    static BrokenMessage of(String rule, String how, String sample, Consumer<Bundle> change, String... too) {
        return new BrokenMessage(rule, how, sample, () -> Samples.changed(sample, change), Set.of(too));
    }

    byte[] xml() {
        return message.get();
    }

    @Override
    public String toString() {
        return rule + ": " + how;
    }
}
