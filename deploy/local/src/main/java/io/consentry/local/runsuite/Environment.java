package io.consentry.local.runsuite;

import io.consentry.local.keepsecrets.LocalSecrets;
import io.consentry.local.place.Ports;
import io.consentry.local.place.ServiceName;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The configuration of each service: the names are the same in every deployment. */
record Environment(Ports ports, LocalSecrets secrets, String databaseAddress) {

    private static final String HTTP_PORT = "QUARKUS_HTTP_PORT";
    private static final String MANAGEMENT_PORT = "QUARKUS_MANAGEMENT_PORT";
    private static final Set<ServiceName> KEEP_CLINICAL_CONTENT = EnumSet.of(ServiceName.INGEST, ServiceName.FILING);

    static boolean isAPort(String name) {
        return name.equals(HTTP_PORT) || name.equals(MANAGEMENT_PORT);
    }

    /** What one service is told: never a secret that it has no use for. */
    Map<String, String> of(ServiceName service) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("QUARKUS_PROFILE", "local");
        told.put(HTTP_PORT, Integer.toString(ports.http(service)));
        told.put(MANAGEMENT_PORT, Integer.toString(ports.management(service)));
        told.put("AXONIQ_UPDATE_CHECKER_DISABLED", "true");
        told.put(
                "CONSENTRY_IDENTITY_PUBLIC_KEY",
                LocalSecrets.base64(secrets.identity().getPublic()));
        told.put("CONSENTRY_INGEST_URL", ports.address(ServiceName.INGEST));
        told.put("CONSENTRY_CONSENT_URL", ports.address(ServiceName.CONSENT));
        told.put("CONSENTRY_FILING_URL", ports.address(ServiceName.FILING));
        if (service == ServiceName.GATEWAY) {
            // Its sign-in page lets everybody choose who they are; it holds no service key.
            told.put(
                    "CONSENTRY_CONSOLE_SANDBOX_SIGNING_KEY",
                    LocalSecrets.base64(secrets.identity().getPrivate()));
            told.put("CONSENTRY_CONSOLE_SESSION_KEY", secrets.consoleKey());
        } else {
            told.put(
                    "CONSENTRY_SERVICE_PUBLIC_KEY",
                    LocalSecrets.base64(secrets.services().getPublic()));
            told.put(
                    "CONSENTRY_SERVICE_SIGNING_KEY",
                    LocalSecrets.base64(secrets.services().getPrivate()));
            told.put("CONSENTRY_DATABASE_ADDRESS", databaseAddress);
            told.put("CONSENTRY_DATABASE_PASSWORD", secrets.databasePassword());
        }
        if (KEEP_CLINICAL_CONTENT.contains(service)) {
            told.put(
                    "CONSENTRY_ENCRYPTION_KEY_FILE",
                    secrets.encryptionKeys().path().toString());
        }
        return told;
    }
}
