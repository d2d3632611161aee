package io.consentry.gateway.permit;

import java.util.Locale;

/** Who answers a call. */
public enum Destination {
    INGEST,
    CONSENT,
    FILING,
    /** The gateway's own pages. */
    GATEWAY;

    /** The name of the service as it is deployed and documented. */
    public String serviceName() {
        return this == GATEWAY ? "gateway" : name().toLowerCase(Locale.ROOT) + "-service";
    }
}
