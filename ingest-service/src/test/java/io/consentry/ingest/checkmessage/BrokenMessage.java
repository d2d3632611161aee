package io.consentry.ingest.checkmessage;

import io.consentry.ingest.Samples;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hl7.fhir.dstu3.model.Bundle;

/** A message that breaks one rule and no other. */
record BrokenMessage(String rule, String how, Supplier<byte[]> message) {

    static BrokenMessage of(String rule, String how, String sample, Consumer<Bundle> change) {
        return new BrokenMessage(rule, how, () -> Samples.changed(sample, change));
    }

    byte[] xml() {
        return message.get();
    }

    @Override
    public String toString() {
        return rule + ": " + how;
    }
}
