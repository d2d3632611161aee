package io.consentry.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.consentry.local.place.Ports;
import io.consentry.local.place.ServiceName;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files for Kubernetes name the ports, the probes and the limits that the services have. */
class DeploymentFilesIT {

    private static final Ports PORTS = new Ports(0);

    @ParameterizedTest
    @EnumSource
    void deployment_fitsItsService(ServiceName service) {
        List<JsonNode> documents = DeploymentFiles.documents(service);
        JsonNode container = DeploymentFiles.container(service);
        assertThat(container.at("/ports/0/containerPort").asInt()).isEqualTo(PORTS.http(service));
        assertThat(container.at("/ports/1/containerPort").asInt()).isEqualTo(PORTS.management(service));
        assertThat(documents.get(1).at("/metadata/name").asText()).isEqualTo(service.module());
        assertThat(documents.get(1).at("/spec/ports/0/port").asInt()).isEqualTo(PORTS.http(service));
        for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            assertThat(container.at("/" + probe + "/httpGet/port").asText())
                    .as(probe)
                    .isEqualTo("management");
        }
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(container.at("/resources/limits/memory").isMissingNode()).isFalse();
        container.path("env").forEach(setting -> assertThat(isNoSecret(setting))
                .as(setting.toString())
                .isTrue());
    }

    /** Whatever is a key or a password comes from a secret, never from the file. */
    private static boolean isNoSecret(JsonNode setting) {
        String name = setting.path("name").asText();
        boolean sensitive = name.endsWith("_KEY") || name.endsWith("_PASSWORD");
        return !sensitive || setting.at("/valueFrom/secretKeyRef/key").isTextual();
    }
}
