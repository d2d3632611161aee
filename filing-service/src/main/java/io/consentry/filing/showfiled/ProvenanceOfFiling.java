package io.consentry.filing.showfiled;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.UUID;
import org.hl7.fhir.dstu3.model.Bundle;
import org.hl7.fhir.dstu3.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.dstu3.model.Composition;
import org.hl7.fhir.dstu3.model.Identifier;
import org.hl7.fhir.dstu3.model.Provenance;
import org.hl7.fhir.dstu3.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.dstu3.model.Reference;
import org.hl7.fhir.dstu3.model.UriType;

/** Says in the document who filed it, for which practice, when, and from which message byte for byte. */
final class ProvenanceOfFiling {

    private static final String ODS_CODE = "https://fhir.nhs.uk/Id/ods-organization-code";
    private static final String REVIEWERS = "urn:consentry:reviewer";

    private ProvenanceOfFiling() {}

    static void addTo(Bundle document, FiledItem item) {
        Provenance provenance = new Provenance();
        // The same for the same filing, so that giving it twice gives the same bytes.
        String id = UUID.nameUUIDFromBytes(
                        (item.itemId() + "/" + item.filing().version()).getBytes(StandardCharsets.UTF_8))
                .toString();
        provenance.setId(id);
        provenance.addTarget(new Reference(addressOfComposition(document)));
        provenance.setRecorded(Date.from(item.filing().at()));
        provenance
                .addAgent()
                .setWho(new Reference()
                        .setIdentifier(new Identifier()
                                .setSystem(REVIEWERS)
                                .setValue(item.filing().reviewerId()))
                        .setDisplay(item.filing().reviewerName()))
                .setOnBehalfOf(new Reference()
                        .setIdentifier(new Identifier().setSystem(ODS_CODE).setValue(item.practice())));
        provenance.addEntity().setRole(ProvenanceEntityRole.SOURCE).setWhat(new UriType(named(item.contentHash())));
        document.addEntry(
                new BundleEntryComponent().setFullUrl("urn:uuid:" + id).setResource(provenance));
    }

    private static String addressOfComposition(Bundle document) {
        return document.getEntry().stream()
                .filter(entry -> entry.getResource() instanceof Composition)
                .map(entry -> entry.hasFullUrl()
                        ? entry.getFullUrl()
                        : "Composition/" + entry.getResource().getIdElement().getIdPart())
                .findFirst()
                .orElse("#");
    }

    /** The name of bytes by their hash, RFC 6920. */
    private static String named(String hexHash) {
        byte[] hash = HexFormat.of().parseHex(hexHash);
        return "ni:///sha-256;" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
