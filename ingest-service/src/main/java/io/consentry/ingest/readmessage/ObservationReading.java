package io.consentry.ingest.readmessage;

import io.consentry.consultation.Coding;
import io.consentry.consultation.Detail;
import io.consentry.consultation.Entry;
import io.consentry.consultation.Entry.Part;
import io.consentry.consultation.EntryKind;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.dstu3.model.Attachment;
import org.hl7.fhir.dstu3.model.Observation;
import org.hl7.fhir.dstu3.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.dstu3.model.Observation.ObservationReferenceRangeComponent;
import org.jspecify.annotations.Nullable;

/** Reads measurements, coded findings and attached reports. */
final class ObservationReading {

    /** Elements that this reads, and those that only administer the resource. */
    static final Set<String> READ = Set.of(
            "id",
            "meta",
            "implicitRules",
            "language",
            "identifier",
            "status",
            "category",
            "code",
            "subject",
            "context",
            "effective[x]",
            "issued",
            "performer",
            "value[x]",
            "dataAbsentReason",
            "interpretation",
            "comment",
            "bodySite",
            "method",
            "referenceRange",
            "component");

    private static final Set<String> READ_OF_COMPONENT =
            Set.of("id", "code", "value[x]", "dataAbsentReason", "interpretation", "referenceRange");
    private static final Coding UNCODED = new Coding(null, null, null);

    private ObservationReading() {}

    /**
     * Reads one.
     *
     * @param attachments how many attachments came before in the message
     */
    static Entry read(Placed<Observation> placed, int attachments, List<String> notRead) {
        Observation observation = placed.resource();
        NotRead.elements(observation, placed.path(), READ, notRead);
        boolean attached = observation.getValue() instanceof Attachment;
        if (!attached && observation.hasValue() && Values.of(observation.getValue()) == null) {
            notRead.add(placed.at("value"));
        }
        return new Entry(
                placed.id(),
                attached ? EntryKind.ATTACHMENT : EntryKind.OBSERVATION,
                Headings.of(observation),
                Codes.of(observation.getCode()),
                Codes.textBeside(observation.getCode()),
                attached ? null : Values.of(observation.getValue()),
                InWords.of(observation.getEffective()),
                observation.getStatusElement().getValueAsString(),
                parts(placed, notRead),
                null,
                observation.getValue() instanceof Attachment file ? attachment(file, attachments + 1) : null,
                details(observation));
    }

    private static List<Part> parts(Placed<Observation> placed, List<String> notRead) {
        List<ObservationComponentComponent> components = placed.resource().getComponent();
        for (int i = 0; i < components.size(); i++) {
            NotRead.elements(components.get(i), placed.at("component[" + i + "]"), READ_OF_COMPONENT, notRead);
        }
        return components.stream().map(ObservationReading::part).toList();
    }

    private static Part part(ObservationComponentComponent component) {
        Coding code = Codes.of(component.getCode());
        return new Part(code == null ? UNCODED : code, Values.of(component.getValue()));
    }

    private static Entry.Attachment attachment(Attachment file, int number) {
        byte[] data = file.getData();
        return new Entry.Attachment(number, file.getContentType(), file.getTitle(), data == null ? 0 : data.length);
    }

    private static List<Detail> details(Observation observation) {
        Details details = new Details()
                .add("Also coded as", Codes.others(observation.getCode()))
                .add("Body site", observation.getBodySite())
                .add("Method", observation.getMethod())
                .add("Interpretation", observation.getInterpretation())
                .add("No value because", observation.getDataAbsentReason())
                .add("Comment", observation.getComment());
        observation.getReferenceRange().forEach(range -> details.add("Reference range", range(range)));
        for (ObservationComponentComponent component : observation.getComponent()) {
            String of = InWords.of(component.getCode());
            details.add(of + ": text", Codes.textBeside(component.getCode()))
                    .add(of + ": interpretation", component.getInterpretation())
                    .add(of + ": no value because", component.getDataAbsentReason());
            component.getReferenceRange().forEach(range -> details.add(of + ": reference range", range(range)));
        }
        return details.all();
    }

    private static @Nullable String range(ObservationReferenceRangeComponent range) {
        String low = InWords.of(range.getLow());
        String high = InWords.of(range.getHigh());
        String limits = low == null && high == null
                ? null
                : (low == null ? "up to " + high : high == null ? "from " + low : low + " to " + high);
        return InWords.firstOf(range.getText(), limits);
    }
}
