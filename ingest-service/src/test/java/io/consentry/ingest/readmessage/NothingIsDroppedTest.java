package io.consentry.ingest.readmessage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.consentry.consultation.Consultation;
import io.consentry.ingest.Samples;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a sender says is shown, or its place is listed as not read: by comparing the XML itself with the model. */
class NothingIsDroppedTest {

    private static final FhirParsing PARSING = new FhirParsing();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Elements that administer a message: names of systems, of resources, of their versions and of what ties them. */
    private static final Set<String> ADMINISTERS = Set.of(
            "system",
            "id",
            "profile",
            "lastUpdated",
            "fullUrl",
            "reference",
            "valueBoolean",
            "event",
            "use",
            "active",
            "data",
            "type",
            "sequence");

    @ParameterizedTest
    @ValueSource(strings = {Samples.PHARMACY_FIRST, Samples.BLOOD_PRESSURE, Samples.CONTRACEPTION})
    void everyValueOfASample_standsInTheModel(String sample) throws Exception {
        byte[] xml = Samples.xml(sample);

        assertThat(dropped(xml, read(xml))).isEmpty();
        assertThat(read(xml).notRead()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "<frequency value=\"1\"/>, <count value=\"9\"/>, dosageInstruction[0].timing.repeat.count",
        "<unit value=\"degree Celsius\"/>, <extension url=\"urn:x\"><valueString value=\"in the ear\"/></extension>,"
                + " valueQuantity.extension[0]",
        "<reference value=\"urn:uuid:6b0d549b-6f03-475a-9600-a35a099950d8\"/>, <display value=\"her daughter\"/>,"
                + " subject.display",
        "<birthDate, <maritalStatus><text value=\"Married\"/></maritalStatus>, maritalStatus",
        "<given value=\"Idris\"/>, <period><end value=\"2020\"/></period>, name[0].period",
        "<dosageInstruction>, <authorizingPrescription><display value=\"x\"/></authorizingPrescription>,"
                + " authorizingPrescription[0]",
        "<source>, <responsible><display value=\"x\"/></responsible>, responsible",
        "<whenPrepared, <note><authorString value=\"x\"/><text value=\"y\"/></note>, note[0].author",
    })
    void whatIsNotShown_isListedByItsPlace(String before, String more, String path) throws Exception {
        byte[] xml = Samples.text(Samples.PHARMACY_FIRST)
                .replaceFirst(Pattern.quote(before), more + before)
                .getBytes(UTF_8);
        boolean inside = path.contains("extension");

        assertThat(read(xml).notRead()).anySatisfy(notRead -> assertThat(notRead)
                .endsWith(inside ? path.substring(path.lastIndexOf('.')) : path));
    }

    @Test
    void extensionsOfPlainValues_areListedToo_fromEitherFormat() throws Exception {
        byte[] xml = Samples.text(Samples.PHARMACY_FIRST)
                .replaceFirst(
                        "<gender value=\"male\"/>",
                        "<gender value=\"male\"><extension url=\"urn:x\"><valueCode value=\"y\"/></extension></gender>")
                .getBytes(UTF_8);

        assertThat(read(xml).notRead())
                .containsExactly("Bundle.entry[2].resource.entry[5].resource.gender.extension[0]");
        assertThat(PARSING.parse(Samples.toJson(xml), MessageFormat.JSON).notShown())
                .isEqualTo(read(xml).notRead());
    }

    @Test
    void aReferenceInAKnownExtension_isListed() throws Exception {
        byte[] xml = Samples.text(Samples.PHARMACY_FIRST)
                .replaceFirst(
                        "(?s)(url=\"LocalExtension\"/?>\\s*)<valueString value=\"None\"/>",
                        "$1<valueReference><display value=\"her sister\"/></valueReference>")
                .getBytes(UTF_8);

        assertThat(new String(xml, UTF_8)).contains("her sister");
        assertThat(read(xml).notRead()).singleElement().asString().endsWith(".value");
    }

    /** Values that stand neither in the model nor below a path that it lists. */
    static List<String> dropped(byte[] xml, Consultation consultation) throws Exception {
        String model = JSON.writeValueAsString(consultation);
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
        List<String> dropped = new ArrayList<>();
        search(root, model, dropped);
        return dropped;
    }

    private static void search(Element element, String model, List<String> dropped) throws Exception {
        String name = element.getTagName();
        Element parent = element.getParentNode() instanceof Element above ? above : element;
        boolean administers = ADMINISTERS.contains(name)
                || parent.getTagName().equals("event")
                || (parent.getTagName().equals("identifier") && isOwnIdOfAClinicalResource(parent))
                || (!name.equals("value") && isToldInOtherWords(parent));
        if (element.hasAttribute("value") && !administers) {
            String text = JSON.writeValueAsString(element.getAttribute("value"));
            boolean nothing =
                    name.equals("valueString") && element.getAttribute("value").equals("None");
            if (!nothing && !model.contains(text.substring(1, text.length() - 1))) {
                dropped.add(parent.getTagName() + "." + name + "=" + element.getAttribute("value"));
            }
        }
        for (Element child : children(element).toList()) {
            search(child, model, dropped);
        }
    }

    /** A heading stands there by its code, a verification status too, and what only classifies by its display. */
    private static boolean isToldInOtherWords(Element coding) {
        Node concept = coding.getParentNode();
        return coding.getTagName().equals("tag")
                || (coding.getTagName().equals("coding")
                        && (!Set.of("code", "medicationCodeableConcept").contains(concept.getNodeName())
                                || concept.getParentNode().getNodeName().equals("PractitionerRole")))
                || coding.getTagName().equals("valueCoding")
                || (concept != null && concept.getNodeName().equals("identifier"))
                || (coding.getTagName().equals("valueCodeableConcept")
                        && concept.getParentNode().getNodeName().equals("identifier"));
    }

    /** The sender's own id of an entry says nothing to a reviewer; the entry carries the resource's id. */
    private static boolean isOwnIdOfAClinicalResource(Element identifier) {
        return identifier.getParentNode() instanceof Element resource
                && Set.of("Observation", "MedicationDispense", "Condition", "ClinicalImpression", "Encounter", "Bundle")
                        .contains(resource.getTagName());
    }

    private static Stream<Element> children(Element element) {
        return IntStream.range(0, element.getChildNodes().getLength())
                .<Node>mapToObj(element.getChildNodes()::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    private static Consultation read(byte[] xml) throws UnreadableMessageException {
        return ConsultationReading.read(PARSING.parse(xml, MessageFormat.XML), "any", "FQW30");
    }
}
