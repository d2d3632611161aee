package io.consentry.ingest.readmessage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.dstu3.model.Bundle;
import org.hl7.fhir.dstu3.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.dstu3.model.Coding;
import org.hl7.fhir.dstu3.model.Composition;
import org.hl7.fhir.dstu3.model.Identifier;
import org.hl7.fhir.dstu3.model.MessageHeader;
import org.hl7.fhir.dstu3.model.Organization;
import org.hl7.fhir.dstu3.model.Patient;
import org.hl7.fhir.dstu3.model.Reference;
import org.hl7.fhir.dstu3.model.Resource;
import org.hl7.fhir.dstu3.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * An Update Record message taken apart: the envelope (header, sender, document) and the document's resources. Takes any
 * Bundle, however wrong; what is missing is the safeguards' business.
 *
 * <p>Source: GP Connect Update Record (ITK3), message structure.
 */
public final class UpdateRecord {

    private final Bundle bundle;
    private final List<Placed<Resource>> envelope;
    private final List<Placed<Bundle>> documents;
    private final List<Placed<Resource>> content;
    /** Every rule asks for some. */
    private final Map<Class<?>, List<Placed<Resource>>> contentByType = new HashMap<>();

    private final List<String> wrongValues;
    private final List<String> unknownElements;
    private final Map<String, Placed<Resource>> byAddress = new HashMap<>();
    private final EveryElement inEnvelope = new EveryElement();
    private final EveryElement inContent = new EveryElement();

    UpdateRecord(Bundle bundle, ReadingProblems problems) {
        this.bundle = bundle;
        this.wrongValues = List.copyOf(problems.wrong());
        this.unknownElements = List.copyOf(problems.unknown());
        Set<String> ids = new HashSet<>();
        this.envelope = place(bundle, "Bundle", ids);
        this.documents = ofType(envelope, Bundle.class);
        this.content = documents.isEmpty()
                ? List.of()
                : place(documents.get(0).resource(), documents.get(0).path(), ids);
        inEnvelope.walk(new Placed<>("Bundle", null, "Bundle", bundle));
        envelope.forEach(inEnvelope::walk);
        content.forEach(inContent::walk);
        content.forEach(this::index);
        content.forEach(placed -> contentByType
                .computeIfAbsent(placed.resource().getClass(), type -> new ArrayList<>())
                .add(placed));
    }

    private static List<Placed<Resource>> place(Bundle bundle, String path, Set<String> ids) {
        List<Placed<Resource>> placed = new ArrayList<>();
        List<BundleEntryComponent> entries = bundle.getEntry();
        for (int i = 0; i < entries.size(); i++) {
            BundleEntryComponent entry = entries.get(i);
            if (entry.hasResource()) {
                Resource resource = entry.getResource();
                placed.add(new Placed<>(
                        path + ".entry[" + i + "].resource",
                        entry.getFullUrl(),
                        unique(resource, placed.size(), ids),
                        resource));
            }
        }
        return placed;
    }

    private static String unique(Resource resource, int place, Set<String> ids) {
        String id = resource.getIdElement().getIdPart();
        String base = id == null || id.isBlank() ? resource.fhirType() + "-" + place : id;
        String candidate = base;
        for (int n = 2; !ids.add(candidate); n++) {
            candidate = base + "-" + n;
        }
        return candidate;
    }

    /** The outer Bundle. */
    public Bundle bundle() {
        return bundle;
    }

    /** The resources beside the document. */
    public List<Placed<Resource>> envelope() {
        return envelope;
    }

    /** The inner Bundles; a valid message has one, and only the first is read. */
    public List<Placed<Bundle>> documents() {
        return documents;
    }

    /** Every resource of the document, in order. */
    public List<Placed<Resource>> content() {
        return content;
    }

    /** The document's resources of one type, in order. */
    @SuppressWarnings("unchecked")
    public <R extends Resource> List<Placed<R>> content(Class<R> type) {
        List<?> placed = contentByType.getOrDefault(type, List.of());
        return Collections.unmodifiableList((List<Placed<R>>) placed);
    }

    public Optional<Placed<MessageHeader>> header() {
        return ofType(envelope, MessageHeader.class).stream().findFirst();
    }

    public Optional<Placed<Composition>> composition() {
        return content(Composition.class).stream().findFirst();
    }

    public Optional<Placed<Patient>> patient() {
        return content(Patient.class).stream().findFirst();
    }

    /** The organisation that the header names as sender; where the reference is lost, the only one of the envelope. */
    public Optional<Placed<Organization>> sender() {
        List<Placed<Organization>> organizations = ofType(envelope, Organization.class);
        Optional<Placed<Organization>> named = header().flatMap(header -> organizations.stream()
                .filter(organization -> Stream.of(String.valueOf(organization.fullUrl()), relative(organization))
                        .anyMatch(address ->
                                address.equals(header.resource().getSender().getReference())))
                .findFirst());
        return named.isPresent() || organizations.size() != 1 ? named : Optional.of(organizations.get(0));
    }

    /** The sender's ODS code. */
    public Optional<String> senderOds() {
        return sender().flatMap(organization ->
                Identifiers.value(organization.resource().getIdentifier(), FhirNames.ODS_CODE));
    }

    /** The header's own id, by which a response names it; absent where it has none. */
    public @Nullable String headerId() {
        return header().map(header -> header.resource().getIdElement().getIdPart())
                .orElse(null);
    }

    /** The sender's own id of what it did, to be echoed; absent where the header's extension does not tell. */
    public @Nullable String senderReference() {
        return header().stream()
                .flatMap(header -> header.resource().getExtensionsByUrl(FhirNames.MESSAGE_HANDLING).stream())
                .flatMap(handling -> handling.getExtensionsByUrl("SenderReference").stream())
                .filter(reference -> reference.getValue() instanceof StringType text && text.hasValue())
                .map(reference -> ((StringType) reference.getValue()).getValue())
                .findFirst()
                .orElse(null);
    }

    /** What identifies the message at its sender. */
    public Identifier identifier() {
        return bundle.getIdentifier();
    }

    /** Where values stand that are not of their type. */
    public List<String> wrongValues() {
        return wrongValues;
    }

    /** Every coding of the document's resources, wherever it stands. */
    public List<Found<Coding>> codings() {
        return Collections.unmodifiableList(inContent.codings());
    }

    /** Every reference of the document's resources, wherever it stands. */
    public List<Found<Reference>> references() {
        return Collections.unmodifiableList(inContent.references());
    }

    /** Paths of every modifier extension, however deep, and of every rule that must be known to understand a resource. */
    public List<String> modifiers() {
        List<String> all = new ArrayList<>(inEnvelope.modifiers());
        all.addAll(inContent.modifiers());
        return all;
    }

    /** Paths of everything that was sent and that no reading shows. */
    List<String> notShown() {
        List<String> all = new ArrayList<>(unknownElements);
        all.addAll(inEnvelope.notShown());
        all.addAll(inContent.notShown());
        return all;
    }

    /** The resource of the document that a reference points at. */
    public Optional<Placed<Resource>> resolve(Reference reference) {
        return Optional.ofNullable(byAddress.get(Objects.requireNonNullElse(reference.getReference(), "")));
    }

    private void index(Placed<Resource> placed) {
        if (placed.fullUrl() != null) {
            byAddress.putIfAbsent(placed.fullUrl(), placed);
        }
        byAddress.putIfAbsent(relative(placed), placed);
    }

    private static String relative(Placed<?> placed) {
        return placed.resource().fhirType() + "/"
                + placed.resource().getIdElement().getIdPart();
    }

    private static <R extends Resource> List<Placed<R>> ofType(List<Placed<Resource>> all, Class<R> type) {
        return all.stream()
                .filter(placed -> placed.resource().getClass() == type)
                .map(placed -> placed.with(type.cast(placed.resource())))
                .toList();
    }
}
