package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Codes;
import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import java.util.Set;
import org.hl7.fhir.dstu3.model.Observation;

@Singleton
class UnsupportedMeasurementsAreShown implements Rule {

    private static final Set<String> UNSUPPORTED = Set.of(
            "431314004", // peripheral oxygen saturation
            "103228002", // haemoglobin saturation with oxygen
            "225908003", // pain score
            "86290005", // respiratory rate
            "1104441000000107", // ACVPU scale score
            "1104051000000101", // NEWS2 total score, and its parts:
            "1104301000000104", // respiration rate
            "1104311000000102", // oxygen saturation, scale 1
            "1104331000000105", // air or oxygen
            "1104341000000101",
            "1104351000000103", // pulse
            "1104371000000107"); // temperature

    @Override
    public String name() {
        return "unsupported-observation";
    }

    @Override
    public String sentence() {
        return "Oxygen saturation, pain, consciousness, respiratory rate and NEWS2 have no place in these messages.";
    }

    @Override
    public String path() {
        return "Observation.code";
    }

    @Override
    public RuleMode mode() {
        return RuleMode.FLAG;
    }

    @Override
    public void check(Examined examined, Findings findings) {
        for (Placed<Observation> placed : examined.message().content(Observation.class)) {
            if (Codes.isOneOf(placed.resource().getCode(), UNSUPPORTED)) {
                findings.add(placed, "code", "Systems at practices may drop this measurement. Read it here.");
            }
        }
    }
}
