package io.consentry.ingest.catalogue;

import io.consentry.ingest.catalogue.CatalogueOfConsentService.Service;
import io.consentry.web.background.Background;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Takes over services that were added where the catalogue is kept. What is known stays known while nobody can be asked:
 * services are added and never taken away.
 */
@Singleton
class FollowCatalogue {

    private static final String ADD_SERVICE = "insert into service (key, name) values (?, ?) on conflict do nothing";
    private static final String ADD_CODE =
            "insert into service_code (code, service) values (?, ?) on conflict do nothing";

    private final CatalogueOfConsentService consent;
    private final StoredCatalogue stored;
    private final javax.sql.DataSource database;
    private final Background following;

    FollowCatalogue(
            @RestClient CatalogueOfConsentService consent,
            StoredCatalogue stored,
            @DataSource("runtime") javax.sql.DataSource database,
            CatalogueConfig config) {
        this.consent = consent;
        this.stored = stored;
        this.database = database;
        this.following = new Background("follow-catalogue", config.lookAgain(), this::look);
    }

    void start(@Observes StartupEvent event) {
        following.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        following.stop();
    }

    private boolean look() throws SQLException {
        if (takeOver(consent.list())) {
            stored.readAgain();
        }
        return false;
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
