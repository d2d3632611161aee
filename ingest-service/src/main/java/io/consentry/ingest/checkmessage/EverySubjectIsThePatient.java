package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Found;
import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.dstu3.model.Patient;
import org.hl7.fhir.dstu3.model.Reference;
import org.hl7.fhir.dstu3.model.Resource;

/** Everything is shown as the patient's: what was measured on a mother or a child would be filed in the wrong record. */
@Singleton
class EverySubjectIsThePatient implements Rule {

    private static final Set<String> SUBJECTS = Set.of("subject", "patient");

    @Override
    public String name() {
        return "subject";
    }

    @Override
    public String sentence() {
        return "Whatever names a subject or patient refers to the document's Patient.";
    }

    @Override
    public String path() {
        return "Bundle.entry.resource.subject";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        Optional<Placed<Patient>> patient = examined.message().patient();
        if (patient.isEmpty()) {
            return;
        }
        for (Found<Reference> found : examined.message().references()) {
            if (SUBJECTS.contains(found.name())) {
                Optional<Placed<Resource>> subject = examined.message().resolve(found.element());
                if (subject.isEmpty()
                        || subject.get().resource() != patient.get().resource()) {
                    findings.add(found, "The subject must be a reference to the document's Patient.");
                }
            }
        }
    }
}
