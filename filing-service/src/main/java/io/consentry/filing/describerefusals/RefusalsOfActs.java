package io.consentry.filing.describerefusals;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Whatever wants If-Match is refused alike; an act says for itself only what is its own. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class RefusalsOfActs implements OASFilter {

    private static final Map<String, String> REFUSALS = Map.of(
            "400", "The request is not understood: bad-request",
            "404", "Not your practice, or it has no such item: not-found",
            "412", "stale-version, with what the item is now",
            "428", "No If-Match: version-required");

    /** What the document says where nobody said anything. */
    private static final String UNSAID = "Bad Request";

    @Override
    public Operation filterOperation(Operation operation) {
        if (wantsAVersion(operation)) {
            Map<String, APIResponse> inOrder =
                    new TreeMap<>(operation.getResponses().getAPIResponses());
            inOrder.values().removeIf(response -> UNSAID.equals(response.getDescription()));
            REFUSALS.forEach((status, meaning) -> inOrder.putIfAbsent(status, refusal(meaning)));
            operation.getResponses().setAPIResponses(inOrder);
        }
        return operation;
    }

    private static boolean wantsAVersion(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()));
    }

    private static APIResponse refusal(String meaning) {
        return OASFactory.createAPIResponse()
                .description(meaning)
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/HttpProblem"))));
    }
}
