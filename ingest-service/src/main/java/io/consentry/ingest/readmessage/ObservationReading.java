package io.consentry.ingest.readmessage;

import io.consentry.consultation.Coding;
import io.consentry.consultation.Entry;
import io.consentry.consultation.Entry.Part;
import io.consentry.consultation.EntryKind;
import org.hl7.fhir.dstu3.model.Attachment;
import org.hl7.fhir.dstu3.model.Observation;
import org.hl7.fhir.dstu3.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.dstu3.model.Observation.ObservationReferenceRangeComponent;
import org.jspecify.annotations.Nullable;

/** Reads measurements, coded findings and attached reports. */
final class ObservationReading {

    private static final Coding UNCODED = new Coding(null, null, null);

    private ObservationReading() {}

    /**
     * Reads one.
     *
     * @param attachments how many attachments came before in the message
     */
    static Entry read(Placed<Observation> placed, int attachments, People people) {
        Observation observation = placed.resource();
        EntryDraft entry = new EntryDraft(placed, EntryKind.OBSERVATION)
                .coded(observation.getCode())
                .on(InWords.of(observation.getEffective()))
                .status(observation.getStatusElement())
                .parts(observation.getComponent().stream()
                        .map(ObservationReading::part)
                        .toList());
        if (observation.getValue() instanceof Attachment file) {
            entry.attachment(attachment(file, attachments + 1)).details().add("File made", file.getCreationElement());
        } else {
            entry.value(Values.of(observation.getValue()));
        }
        add(entry.details(), observation);
        observation.getPerformer().forEach(performer -> entry.details()
                .add("Performed by", people.nameOfAnother(performer)));
        return entry.entry();
    }

    private static Part part(ObservationComponentComponent component) {
        Coding code = Codes.of(component.getCode());
        return new Part(code == null ? UNCODED : code, Values.of(component.getValue()));
    }

    private static Entry.Attachment attachment(Attachment file, int number) {
        byte[] data = file.getData();
        return new Entry.Attachment(number, file.getContentType(), file.getTitle(), data == null ? 0 : data.length);
    }

    private static void add(Details details, Observation observation) {
        details.add("Body site", observation.getBodySite())
                .add("Method", observation.getMethod())
                .add("Interpretation", observation.getInterpretation())
                .add("No value because", observation.getDataAbsentReason())
                .add("Comment", observation.getComment())
                .add("Category", observation.getCategory())
                .add("Issued", observation.getIssuedElement());
        observation.getReferenceRange().forEach(range -> details.add("Reference range", range(range)));
        for (ObservationComponentComponent component : observation.getComponent()) {
            String of = InWords.of(component.getCode());
            details.add(of + ": text", Codes.textBeside(component.getCode()))
                    .add(of + ": also coded as", Codes.others(component.getCode()))
                    .add(of + ": interpretation", component.getInterpretation())
                    .add(of + ": no value because", component.getDataAbsentReason());
            component.getReferenceRange().forEach(range -> details.add(of + ": reference range", range(range)));
        }
    }

    private static @Nullable String range(ObservationReferenceRangeComponent range) {
        String limits = InWords.between(InWords.of(range.getLow()), InWords.of(range.getHigh()), "up to ");
        return InWords.joined(": ", range.getText(), limits);
    }
}
