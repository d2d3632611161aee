package io.consentry.ingest;

import ca.uhn.fhir.context.FhirContext;
import io.consentry.ingest.readmessage.Stu3;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.hl7.fhir.dstu3.model.Bundle;
import org.hl7.fhir.dstu3.model.Composition;
import org.hl7.fhir.dstu3.model.Patient;
import org.hl7.fhir.dstu3.model.Resource;

/** The project's own sample messages of invented patients, as they are and changed. */
public final class Samples {

    public static final String PHARMACY_FIRST = "pharmacy-first";
    public static final String BLOOD_PRESSURE = "blood-pressure";
    public static final String CONTRACEPTION = "contraception";

    /** Who sends every sample. */
    public static final String PHARMACY = "FQW30";

    private static final FhirContext FHIR = Stu3.context();

    private Samples() {}

    public static byte[] xml(String name) {
        return file(name + ".xml");
    }

    public static byte[] json(String name) {
        return file(name + ".json");
    }

    /** The sample as XML text, for changes to the text. */
    public static String text(String name) {
        return new String(xml(name), StandardCharsets.UTF_8);
    }

    /** The sample with a change to its content, as XML. */
    public static byte[] changed(String name, Consumer<Bundle> change) {
        return FHIR.newXmlParser().encodeResourceToString(bundle(name, change)).getBytes(StandardCharsets.UTF_8);
    }

    /** The sample under identifiers that no other message and document have, about a patient of its own. */
    public static byte[] unique(String name) {
        return unique(name, bundle -> {});
    }

    /** The same, with a further change. */
    public static byte[] unique(String name, Consumer<Bundle> change) {
        return changed(name, bundle -> {
            bundle.getIdentifier().setValue(UUID.randomUUID().toString());
            document(bundle).getIdentifier().setValue(UUID.randomUUID().toString());
            in(bundle, Composition.class)
                    .getIdentifier()
                    .setValue(UUID.randomUUID().toString());
            in(bundle, Patient.class).getIdentifierFirstRep().setValue(anyNhsNumber());
            change.accept(bundle);
        });
    }

    /** A number of the test range that keeps its check digit. */
    public static String anyNhsNumber() {
        while (true) {
            String nine = "999"
                    + String.format(
                            Locale.ROOT, "%06d", ThreadLocalRandom.current().nextInt(1_000_000));
            int sum = 0;
            for (int place = 0; place < 9; place++) {
                sum += (nine.charAt(place) - '0') * (10 - place);
            }
            int check = (11 - sum % 11) % 11;
            if (check != 10) {
                return nine + check;
            }
        }
    }

    /** The same content under the same identifier, written as JSON. */
    public static byte[] toJson(byte[] xml) {
        Bundle bundle = FHIR.newXmlParser().parseResource(Bundle.class, new String(xml, StandardCharsets.UTF_8));
        return FHIR.newJsonParser().encodeResourceToString(bundle).getBytes(StandardCharsets.UTF_8);
    }

    private static Bundle bundle(String name, Consumer<Bundle> change) {
        Bundle bundle = FHIR.newXmlParser().parseResource(Bundle.class, text(name));
        change.accept(bundle);
        return bundle;
    }

    /** The document inside a message. */
    public static Bundle document(Bundle message) {
        return first(message, Bundle.class);
    }

    /** The first resource of a type: in the document for clinical ones, in the envelope for a header. */
    public static <R extends Resource> R in(Bundle message, Class<R> type) {
        return first(document(message), type);
    }

    /** The first resource of a type in this Bundle itself. */
    public static <R extends Resource> R first(Bundle bundle, Class<R> type) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(resource -> resource.getClass() == type)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] file(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("/samples/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("No sample " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
