package io.consentry.local.place;

import java.util.Map;
import java.util.TreeMap;

/**
 * The ports of one running suite, all on the loopback interface.
 *
 * @param offset added to every port, so that several suites fit on one machine
 */
public record Ports(int offset) {

    private static final int POSTGRES = 8085;
    private static final int HIGHEST_OFFSET = 57_000;

    public Ports {
        if (offset < 0 || offset > HIGHEST_OFFSET) {
            throw new IllegalArgumentException("A port offset is between 0 and " + HIGHEST_OFFSET);
        }
    }

    public int http(ServiceName service) {
        return service.port() + offset;
    }

    public int management(ServiceName service) {
        return service.managementPort() + offset;
    }

    public int postgres() {
        return POSTGRES + offset;
    }

    public String address(ServiceName service) {
        return "http://127.0.0.1:" + http(service);
    }

    /** Every port that the suite needs with a PostgreSQL of its own, with the name of what needs it. */
    public Map<Integer, String> ofSuite() {
        Map<Integer, String> needed = ofServices();
        needed.put(postgres(), "PostgreSQL");
        return needed;
    }

    /** Every port the services need, with the name of what needs it. */
    public Map<Integer, String> ofServices() {
        Map<Integer, String> needed = new TreeMap<>();
        for (ServiceName service : ServiceName.values()) {
            needed.put(http(service), service.module());
            needed.put(management(service), service.module() + " (management)");
        }
        return needed;
    }
}
