package io.consentry.gateway.describeapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.consentry.gateway.permit.Call;
import io.consentry.gateway.permit.Destination;
import io.consentry.gateway.permit.Grant;
import io.consentry.gateway.permit.PermissionMatrix;
import io.consentry.testing.ApprovedFile;
import io.consentry.testing.document.DocumentedApi;
import io.consentry.testing.document.DocumentedApi.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApiDocumentTest {

    /** Pages for people; a document of the API does not describe itself. */
    private static final Set<String> PAGES =
            Set.of("GET /", "GET /q/openapi", "GET /q/swagger-ui", "GET /q/swagger-ui/*");

    @Test
    void theMergedDocument_isTheCommittedOne() {
        ApprovedFile.matches(
                ApiDocument.FOLDER.resolve("openapi.yaml"),
                MergedDocument.make().text());
    }

    @ParameterizedTest
    @EnumSource(Destination.class)
    void everyDocumentedOperation_isInTheMatrix_andEveryListedCallIsDocumented(Destination destination) {
        Set<String> listed = PermissionMatrix.CALLS.stream()
                .filter(call -> call.destination() == destination)
                .filter(call -> call.grants().stream().noneMatch(grant -> grant.who() == Grant.Who.VISITORS))
                .map(Call::toString)
                .filter(call -> !PAGES.contains(call))
                .collect(Collectors.toSet());

        assertThat(ApiDocument.read(destination.serviceName()).operations())
                .as("operations of %s.yaml, compared with PermissionMatrix", destination.serviceName())
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void everyRequestAndEveryAnswer_hasAnExample() {
        DocumentedApi api = DocumentedApi.committed();
        List<String> without = new ArrayList<>();
        for (Operation operation : api.operations()) {
            api.bodiesOf(operation).forEach((body, place) -> {
                JsonNode content = api.at(place);
                if (!content.has("example") && content.path("examples").isEmpty()) {
                    without.add(operation + ", " + body);
                }
            });
        }

        assertThat(without).as("without an example in docs/api/examples").isEmpty();
    }

    @Test
    void everyExample_isWhatItsSchemaAllows() {
        DocumentedApi api = DocumentedApi.committed();
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        for (Operation operation : api.operations()) {
            for (Map.Entry<String, String> body : api.bodiesOf(operation).entrySet()) {
                JsonNode content = api.at(body.getValue());
                List<JsonNode> examples = new ArrayList<>();
                content.path("examples").forEach(named -> examples.add(named.path("value")));
                if (content.has("example")) {
                    examples.add(content.path("example"));
                }
                for (JsonNode example : body.getKey().matches(".*[/+]json") ? examples : List.<JsonNode>of()) {
                    checked++;
                    api.mistakes(body.getValue() + "/schema", example)
                            .forEach(mistake -> wrong.add(operation + ", " + body.getKey() + ": " + mistake));
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(checked).isGreaterThan(300);
    }

    @Test
    void everyOperation_saysWhoMayCall_andHowItRefuses() {
        ApiDocument merged = MergedDocument.make();

        assertThat(merged.operations()).allSatisfy(operation -> {
            String[] parts = operation.split(" ", 2);
            var described = merged.operation(parts[0], parts[1]);
            assertThat(described.path("description").asText()).contains("For ");
            assertThat(described.path("summary").asText()).as(operation).isNotBlank();
        });
    }
}
