package io.consentry.ingest.catalogue;

import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The catalogue as it lies in the database.
 *
 * <p>Read again every half minute, so that a service added elsewhere is known soon; a change takes a notice period of
 * weeks anyway. Blocks when it reads.
 */
@Singleton
class StoredCatalogue implements Catalogue {

    private static final Duration GOOD_FOR = Duration.ofSeconds(30);

    private final javax.sql.DataSource database;
    private final Clock clock;
    private volatile Read read = new Read(Map.of(), Instant.MIN);

    StoredCatalogue(@DataSource("runtime") javax.sql.DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<String> serviceOf(String code) {
        if (isOutdated()) {
            readAgain();
        }
        return Optional.ofNullable(read.serviceByCode().get(code));
    }

    /** Reads again when next asked. */
    void forget() {
        read = new Read(read.serviceByCode(), Instant.MIN);
    }

    private boolean isOutdated() {
        return read.goodUntil().isBefore(clock.instant());
    }

    private synchronized void readAgain() {
        if (isOutdated()) {
            read = new Read(query(), clock.instant().plus(GOOD_FOR));
        }
    }

    private Map<String, String> query() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select code, service from service_code");
                ResultSet row = query.executeQuery()) {
            Map<String, String> services = new HashMap<>();
            while (row.next()) {
                services.put(row.getString("code"), row.getString("service"));
            }
            return services;
        } catch (SQLException e) {
            throw new CatalogueUnavailableException(e);
        }
    }

    private record Read(Map<String, String> serviceByCode, Instant goodUntil) {}
}
