package io.consentry.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.util.FhirTerser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.consentry.local.callsuite.Answer;
import io.consentry.local.playdemo.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.hl7.fhir.dstu3.model.Bundle;
import org.hl7.fhir.dstu3.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.dstu3.model.Reference;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is filed of a message, across the two services that know it: one gave its entries their ids, the other leaves
 * some of them out.
 */
@ExtendWith(SharedSuite.class)
class FiledDocumentIT {

    private static final Duration ARRIVED_WITHIN = Duration.ofSeconds(60);
    private static final FhirContext FHIR = FhirContext.forDstu3();

    @ParameterizedTest
    @EnumSource
    void filedWithoutAnObservationAndAMedicine_isValid_pointsAtNothingMissing_andIsToldEntryByEntry(
            Sample sample, SharedSuite.Running suite) throws Exception {
        TestPractice practice = new TestPractice(suite).optIn();
        byte[] sent = sample.written();
        String id = practice.send(sent).text("/id");
        await().atMost(ARRIVED_WITHIN)
                .untilAsserted(() -> assertThat(practice.worklist()).containsExactly(id));
        Answer item = practice.item(id);
        List<String> leftOut = List.of(firstOf("observation", item.json()), firstOf("medicine", item.json()));

        Answer filed = practice.act(id, "file", item.header("ETag").orElseThrow(), leaving(leftOut, item.json()));
        assertThat(filed.text("/status")).as(filed.summary()).isEqualTo("filed-with-changes");

        Bundle document = read(practice.read(id, "filed").json().toString());
        assertThat(resources(documentIn(sent)))
                .as("all that was sent but what was left out")
                .filteredOn(resource -> leftOut.stream().noneMatch(resource::endsWith))
                .isEqualTo(resources(document).stream()
                        .filter(resource -> !resource.startsWith("Provenance/"))
                        .toList())
                .hasSize(documentIn(sent).getEntry().size() - leftOut.size());
        Set<String> there = document.getEntry().stream()
                .map(BundleEntryComponent::getFullUrl)
                .collect(Collectors.toSet());
        assertThat(references(document)).hasSizeGreaterThan(10).allMatch(there::contains);

        JsonNode changes = practice.read(id, "changes").json();
        assertThat(changes.path("entries").findValuesAsText("entryId"))
                .containsExactlyInAnyOrderElementsOf(entryIds(item.json()))
                .containsAll(leftOut);
        for (JsonNode change : changes.path("entries")) {
            boolean out = leftOut.contains(change.path("entryId").asText());
            assertThat(change.path("outcome").asText()).isEqualTo(out ? "left-out" : "filed");
            assertThat(change.path("sent").asText() + change.at("/code/display").asText())
                    .as("words to compare by")
                    .isNotEmpty();
        }
        assertThat(changes.at("/decidedBy/role").asText()).isEqualTo("practice");
    }

    private static List<String> entryIds(JsonNode item) {
        return StreamSupport.stream(item.path("entries").spliterator(), false)
                .map(entry -> entry.path("id").asText())
                .toList();
    }

    private static String firstOf(String kind, JsonNode item) {
        return StreamSupport.stream(item.path("entries").spliterator(), false)
                .filter(entry -> entry.path("kind").asText().equals(kind))
                .map(entry -> entry.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    /** Filing without these, with every flag acknowledged. */
    private static ObjectNode leaving(List<String> leftOut, JsonNode item) {
        ObjectNode filing = TestPractice.json();
        leftOut.forEach(filing.putArray("exclude")::add);
        item.path("flags").findValuesAsText("id").forEach(filing.putArray("acknowledge")::add);
        return filing;
    }

    private static Bundle documentIn(byte[] message) {
        Bundle read = strict(FHIR.newXmlParser()).parseResource(Bundle.class, new String(message, UTF_8));
        return read.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(Bundle.class::isInstance)
                .map(Bundle.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Bundle read(String json) {
        return strict(FHIR.newJsonParser()).parseResource(Bundle.class, json);
    }

    private static IParser strict(IParser parser) {
        // The resources' own ids, as reviewers know them.
        parser.setOverrideResourceIdWithBundleEntryFullUrl(false);
        return parser.setParserErrorHandler(new StrictErrorHandler());
    }

    /** Kind and id of each resource, in their order. */
    private static List<String> resources(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .map(resource ->
                        resource.fhirType() + "/" + resource.getIdElement().getIdPart())
                .toList();
    }

    private static List<String> references(Bundle bundle) {
        FhirTerser terser = FHIR.newTerser();
        return bundle.getEntry().stream()
                .flatMap(entry ->
                        terser.getAllPopulatedChildElementsOfType(entry.getResource(), Reference.class).stream())
                .map(Reference::getReference)
                .filter(Objects::nonNull)
                .toList();
    }
}
