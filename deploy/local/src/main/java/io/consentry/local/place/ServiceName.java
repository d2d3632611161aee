package io.consentry.local.place;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The services of the suite, with the ports they have when nothing else is asked for. */
public enum ServiceName {
    CONSENT("consent-service", 8082, 8092),
    INGEST("ingest-service", 8081, 8091),
    FILING("filing-service", 8083, 8093),
    GATEWAY("gateway", 8080, 8090);

    private final String module;
    private final int port;
    private final int managementPort;

    ServiceName(String module, int port, int managementPort) {
        this.module = module;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** The module it is built from, and the name people know it by. */
    public String module() {
        return module;
    }

    int port() {
        return port;
    }

    int managementPort() {
        return managementPort;
    }

    /** The service of this module. */
    public static Optional<ServiceName> ofModule(String module) {
        return Arrays.stream(values())
                .filter(service -> service.module.equals(module))
                .findFirst();
    }

    public static List<String> modules() {
        return Arrays.stream(values()).map(ServiceName::module).toList();
    }
}
