package io.consentry.gateway.describeapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.gateway.permit.Call;
import io.consentry.gateway.permit.Destination;
import io.consentry.gateway.permit.Grant;
import io.consentry.gateway.permit.PermissionMatrix;
import io.consentry.testing.ApprovedFile;
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
