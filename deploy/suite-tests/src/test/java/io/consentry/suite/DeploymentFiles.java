package io.consentry.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.consentry.local.place.Project;
import io.consentry.local.place.ServiceName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What {@code deploy/kubernetes} says of each service. */
final class DeploymentFiles {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    /** Given by the image, see {@code deploy/containers/Containerfile}. */
    private static final String GIVEN_BY_THE_IMAGE = "QUARKUS_PROFILE";

    private DeploymentFiles() {}

    /** The names of all settings that a service is given there. */
    static Set<String> settingsOf(ServiceName service) {
        Set<String> names = new HashSet<>(Set.of(GIVEN_BY_THE_IMAGE));
        container(service)
                .path("env")
                .forEach(setting -> names.add(setting.path("name").asText()));
        return names;
    }

    /** The container of a service's deployment. */
    static JsonNode container(ServiceName service) {
        return documents(service).get(0).at("/spec/template/spec/containers/0");
    }

    /** The deployment of a service, and the name it is reached by. */
    static List<JsonNode> documents(ServiceName service) {
        var file = Project.fromSystemProperty()
                .root()
                .resolve("deploy/kubernetes")
                .resolve(service.module() + ".yaml")
                .toFile();
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(file)) {
            return documents.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
