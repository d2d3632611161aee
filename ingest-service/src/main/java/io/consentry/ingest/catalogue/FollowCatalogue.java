package io.consentry.ingest.catalogue;

import io.consentry.ingest.catalogue.CatalogueOfConsentService.Service;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Takes over services that were added where the catalogue is kept. What is known stays known while nobody can be asked:
 * services are added and never taken away.
 */
@Singleton
class FollowCatalogue {

    private static final Logger LOG = Logger.getLogger(FollowCatalogue.class);

    private static final String ADD_SERVICE = "insert into service (key, name) values (?, ?) on conflict do nothing";
    private static final String ADD_CODE =
            "insert into service_code (code, service) values (?, ?) on conflict do nothing";

    private final CatalogueOfConsentService consent;
    private final StoredCatalogue stored;
    private final javax.sql.DataSource database;
    private final CatalogueConfig config;
    private final Thread thread = new Thread(this::run, "follow-catalogue");
    private volatile boolean stopping;

    FollowCatalogue(
            @RestClient CatalogueOfConsentService consent,
            StoredCatalogue stored,
            @DataSource("runtime") javax.sql.DataSource database,
            CatalogueConfig config) {
        this.consent = consent;
        this.stored = stored;
        this.database = database;
        this.config = config;
        thread.setDaemon(true);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(5_000);
    }

    private void run() {
        while (!stopping) {
            try {
                if (takeOver(consent.list())) {
                    stored.forget();
                }
            } catch (SQLException | RuntimeException e) {
                LOG.debugf("The catalogue stays as it is: %s", e.getClass().getSimpleName());
            }
            try {
                Thread.sleep(config.lookAgain().toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Whether anything was new. */
    private boolean takeOver(CatalogueOfConsentService.Services catalogue) throws SQLException {
        int added = 0;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement service = connection.prepareStatement(ADD_SERVICE);
                    PreparedStatement named = connection.prepareStatement(ADD_CODE)) {
                for (Service known : catalogue.services()) {
                    service.setString(1, known.key());
                    service.setString(2, known.key());
                    added += service.executeUpdate();
                    for (String code : known.codes()) {
                        named.setString(1, code);
                        named.setString(2, known.key());
                        added += named.executeUpdate();
                    }
                }
                connection.commit();
            } finally {
                connection.rollback();
            }
        }
        return added > 0;
    }
}
