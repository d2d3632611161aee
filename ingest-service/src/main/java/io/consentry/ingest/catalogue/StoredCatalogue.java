package io.consentry.ingest.catalogue;

import io.consentry.web.background.Background;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue as it lies in the database.
 *
 * <p>Read again in the background, so that a service added elsewhere is known soon and no message waits for it; what is known
 * stays known while it cannot be read. Blocks only until it was read for the first time.
 */
@Singleton
class StoredCatalogue implements Catalogue {

    private final javax.sql.DataSource database;
    private final Background reading;
    private volatile @Nullable Map<String, String> serviceByCode;

    StoredCatalogue(@DataSource("runtime") javax.sql.DataSource database, CatalogueConfig config) {
        this.database = database;
        this.reading = new Background("read-catalogue", config.lookAgain(), () -> {
            readAgain();
            return false;
        });
    }

    void start(@Observes StartupEvent event) {
        reading.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        reading.stop();
    }

    @Override
    public Optional<String> serviceOf(String code) {
        Map<String, String> known = serviceByCode;
        return Optional.ofNullable((known == null ? readFirst() : known).get(code));
    }

    private synchronized Map<String, String> readFirst() {
        Map<String, String> known = serviceByCode;
        return known == null ? readAgain() : known;
    }

    /**
     * Reads it now, one after the other, so that what was read earlier is never put over what was read later. Blocks; fails
     * with {@link CatalogueUnavailableException} and leaves what is known as it was.
     */
    synchronized Map<String, String> readAgain() {
        Map<String, String> now = query();
        serviceByCode = now;
        return now;
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
}
