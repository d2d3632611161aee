package io.consentry.gateway.describeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.consentry.gateway.permit.Call;
import io.consentry.gateway.permit.Destination;
import io.consentry.gateway.permit.Grant;
import io.consentry.gateway.permit.PermissionMatrix;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes the one public document from the gateway's own and those of the services, and adds to every operation what the
 * gateway does to it: who may call, the token, and its refusals.
 */
final class MergedDocument {

    static final List<Destination> SERVICES = List.of(Destination.INGEST, Destination.CONSENT, Destination.FILING);

    private final ApiDocument merged = ApiDocument.read("gateway");
    private final Map<String, JsonNode> paths = new TreeMap<>();

    static ApiDocument make() {
        return new MergedDocument().merge();
    }

    private ApiDocument merge() {
        take(Destination.GATEWAY, merged);
        for (Destination service : SERVICES) {
            take(service, withoutNameClashes(ApiDocument.read(service.serviceName())));
        }
        ObjectNode all = merged.section("paths");
        all.removeAll();
        paths.forEach(all::set);
        PermissionMatrix.CALLS.stream()
                .filter(call -> all.path(call.template()).has(call.method().toLowerCase(Locale.ROOT)))
                .forEach(this::describeAccess);
        new Refusals(merged).describe();
        Examples.read(SERVICES).addTo(merged);
        return merged;
    }

    private void take(Destination service, ApiDocument document) {
        document.root().path("paths").properties().forEach(path -> {
            ObjectNode operations = (ObjectNode)
                    paths.computeIfAbsent(path.getKey(), key -> document.root().objectNode());
            path.getValue().properties().forEach(operation -> {
                if (operations.has(operation.getKey()) && operation.getValue().has("responses")) {
                    throw new AssertionError("documented twice: " + operation.getKey() + " " + path.getKey());
                }
                JsonNode body = operation.getValue().deepCopy();
                if (body.has("responses")) {
                    ((ObjectNode) body).putArray("tags").add(service.serviceName());
                }
                operations.set(operation.getKey(), body);
            });
        });
        if (service != Destination.GATEWAY) {
            document.root().path("components").properties().forEach(kind -> merged.section("components", kind.getKey())
                    .setAll((ObjectNode) kind.getValue()));
        }
    }

    /** A component of another content but the same name gets its service's name in front. */
    private ApiDocument withoutNameClashes(ApiDocument document) {
        ApiDocument result = document;
        for (String kind : ApiDocument.fieldNames(document.root().path("components"))) {
            for (String name :
                    ApiDocument.fieldNames(document.root().path("components").path(kind))) {
                JsonNode known = merged.root().path("components").path(kind).path(name);
                JsonNode offered = result.root().path("components").path(kind).path(name);
                if (name.equals("Problem")) {
                    result.section("components", kind).remove(name);
                } else if (!known.isMissingNode() && !known.equals(offered)) {
                    result = result.renamed(kind, name, prefix(document.name()) + name);
                }
            }
        }
        result.section("components").remove("securitySchemes");
        return result;
    }

    private static String prefix(String serviceName) {
        String first = serviceName.substring(0, serviceName.indexOf('-'));
        return Character.toUpperCase(first.charAt(0)) + first.substring(1);
    }

    private void describeAccess(Call call) {
        ObjectNode operation = merged.operation(call.method(), call.template());
        operation.remove("security");
        String said = operation.path("description").asText("").strip();
        operation.put("description", (said.isEmpty() ? "" : said + "\n\n") + "For " + whom(call) + ".");
        ObjectNode responses = operation.withObjectProperty("responses");
        if (!call.isOpenToAnyone()) {
            operation.putArray("security").addObject().putArray("token");
            refuse(responses, "400", "BadRequest");
            refuse(responses, "401", "Unauthenticated");
            refuse(responses, "403", "Forbidden");
            if (call.template().contains("{")) {
                refuse(responses, "404", "NotFound");
            }
            refuse(responses, "429", "TooManyRequests");
        }
        if (call.destination() != Destination.GATEWAY) {
            refuse(responses, "429", "TooManyRequests");
            refuse(responses, "503", "Unavailable");
        }
        refuse(responses, "default", "Refused");
    }

    private static void refuse(ObjectNode responses, String status, String response) {
        if (!responses.has(status)) {
            responses.putObject(status).put("$ref", "#/components/responses/" + response);
        }
    }

    static String whom(Call call) {
        return call.grants().stream().map(MergedDocument::whom).collect(Collectors.joining("; "));
    }

    private static String whom(Grant grant) {
        return switch (Objects.requireNonNull(grant.who())) {
            case ANYONE -> "anyone, without a token";
            case VISITORS -> "whoever comes with a browser";
            case ANY_CALLER -> "any caller: the service decides, and records what it refuses";
            case ROLES ->
                String.join(", ", grant.roles())
                        + (grant.where() == Grant.Where.AT_THEIR_OWN ? " of this organisation" : "");
        };
    }
}
