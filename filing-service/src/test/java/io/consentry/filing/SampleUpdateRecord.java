package io.consentry.filing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A small Update Record message whose resources have the ids of {@link SentMessage}'s entries. */
final class SampleUpdateRecord {

    private static final String XML = """
            <Bundle xmlns="http://hl7.org/fhir">
              <identifier><system value="urn:sample"/><value value="message-1"/></identifier>
              <type value="message"/>
              <entry><fullUrl value="urn:uuid:header"/><resource><MessageHeader><id value="header"/>
                <timestamp value="2026-03-02T09:30:00Z"/><source><endpoint value="MAILBOX"/></source>
                <focus><reference value="urn:uuid:document"/></focus></MessageHeader></resource></entry>
              <entry><fullUrl value="urn:uuid:document"/><resource><Bundle><id value="document"/>
                <identifier><value value="document-1"/></identifier><type value="document"/>
                <entry><fullUrl value="urn:uuid:composition"/><resource><Composition><id value="composition"/>
                  <status value="final"/><type><text value="Consultation"/></type>
                  <subject><reference value="urn:uuid:patient"/></subject><date value="2026-03-02"/>
                  <author><display value="Pharmacist"/></author><title value="Consultation"/>
                  <section>
                    <entry><reference value="urn:uuid:summary"/></entry>
                    <entry><reference value="urn:uuid:temperature"/></entry>
                    <entry><reference value="urn:uuid:medicine"/></entry>
                  </section></Composition></resource></entry>
                <entry><fullUrl value="urn:uuid:patient"/><resource><Patient><id value="patient"/>
                  <name><family value="Canarybird"/></name></Patient></resource></entry>
                <entry><fullUrl value="urn:uuid:summary"/><resource><ClinicalImpression><id value="entry-summary"/>
                  <status value="completed"/><subject><reference value="urn:uuid:patient"/></subject>
                  <investigation><code><text value="Measured"/></code>
                    <item><reference value="urn:uuid:temperature"/></item></investigation>
                  <summary value="Feels unwell."/></ClinicalImpression></resource></entry>
                <entry><fullUrl value="urn:uuid:temperature"/><resource><Observation><id value="entry-temperature"/>
                  <status value="final"/><code><text value="Temperature"/></code>
                  <subject><reference value="urn:uuid:patient"/></subject>
                  <valueQuantity><value value="38.70"/><unit value="degrees C"/></valueQuantity>
                  </Observation></resource></entry>
                <entry><fullUrl value="urn:uuid:medicine"/><resource><MedicationDispense><id value="entry-medicine"/>
                  <status value="completed"/><medicationCodeableConcept><text value="Nitrofurantoin"/>
                  </medicationCodeableConcept></MedicationDispense></resource></entry>
              </Bundle></resource></entry>
            </Bundle>""";

    private static final String REPORT = """
                <entry><fullUrl value="urn:uuid:report"/><resource><Observation><id value="entry-report"/>
                  <status value="final"/><code><text value="24 hour report"/></code>
                  <valueAttachment><contentType value="%s"/><data value="%s"/></valueAttachment>
                  </Observation></resource></entry>
              </Bundle></resource></entry>""";

    private SampleUpdateRecord() {}

    /** With a file in an entry {@code entry-report}. */
    static byte[] withFile(String contentType, byte[] file) {
        String entry = REPORT.formatted(contentType, Base64.getEncoder().encodeToString(file));
        return XML.replace("  </Bundle></resource></entry>", entry).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] xml() {
        return XML.getBytes(StandardCharsets.UTF_8);
    }
}
