package io.consentry.ingest.keepmessage;

import io.consentry.consultation.Coding;
import io.consentry.consultation.Consultation;
import io.consentry.consultation.Detail;
import io.consentry.consultation.Entry;
import io.consentry.consultation.EntryKind;
import io.consentry.consultation.Flag;
import io.consentry.consultation.Patient;
import io.consentry.consultation.Pharmacy;
import io.consentry.consultation.Practitioner;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The consultation is written as JSON before it is sealed: a native build must know its records by reflection. */
@RegisterForReflection(
        targets = {
            Coding.class,
            Consultation.class,
            Detail.class,
            Entry.class,
            Entry.Attachment.class,
            Entry.Medicine.class,
            Entry.Part.class,
            Entry.Value.class,
            EntryKind.class,
            Flag.class,
            Flag.Severity.class,
            Patient.class,
            Pharmacy.class,
            Practitioner.class
        })
final class NativeReflection {

    private NativeReflection() {}
}
