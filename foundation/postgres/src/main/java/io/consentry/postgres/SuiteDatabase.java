package io.consentry.postgres;

import java.util.List;

/**
 * The suite's databases, each with the roles that the design gives its service.
 *
 * <p>The owner role runs migrations and nothing else. The runtime role carries commands, events and projections. The
 * tenant role answers people's requests under row-level security and can reach one organisation's rows at a time.
 */
public enum SuiteDatabase {
    INGEST,
    CONSENT,
    FILING;

    /** The name of the database, and of the service it belongs to. */
    public String databaseName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String owner() {
        return databaseName() + "_owner";
    }

    public String runtime() {
        return databaseName() + "_runtime";
    }

    public String tenant() {
        return databaseName() + "_tenant";
    }

    List<String> roles() {
        return List.of(owner(), runtime(), tenant());
    }
}
