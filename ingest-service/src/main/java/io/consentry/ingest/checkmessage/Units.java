package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.FhirNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.dstu3.model.CodeableConcept;
import org.hl7.fhir.dstu3.model.Coding;

/**
 * The UCUM unit of each measurement that these messages carry.
 *
 * <p>Source: GP Connect Update Record, supported observations.
 */
final class Units {

    private static final Map<String, String> BY_CODE = new HashMap<>();

    static {
        List.of("50373000", "248333004").forEach(code -> BY_CODE.put(code, "cm"));
        BY_CODE.put("27113001", "kg");
        BY_CODE.put("60621009", "kg/m2");
        List.of("364075005", "78564009").forEach(code -> BY_CODE.put(code, "{beats}/min"));
        // Temperature, body temperature, core temperature, and by ear.
        List.of("703421000", "386725007", "276885007", "415974002").forEach(code -> BY_CODE.put(code, "Cel"));
        BloodPressure.SYSTOLIC.forEach(code -> BY_CODE.put(code, "mm[Hg]"));
        BloodPressure.DIASTOLIC.forEach(code -> BY_CODE.put(code, "mm[Hg]"));
    }

    private Units() {}

    /** The unit that goes with one of these codes; absent for what is no measurement of ours. */
    static Optional<String> of(CodeableConcept code) {
        for (Coding coding : code.getCoding()) {
            String unit = FhirNames.SNOMED_CT.equals(coding.getSystem()) ? BY_CODE.get(coding.getCode()) : null;
            if (unit != null) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }
}
