package io.consentry.consent.keepevents;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.consentry.eventstore.EventSourcing;
import io.consentry.postgres.SuiteDatabase;
import io.consentry.testing.TemporaryPostgres;
import jakarta.inject.Provider;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** This service's event sourcing without the service, over a database of its own whose clock a test can set. */
public final class StandAlone implements AutoCloseable {

    private final TemporaryPostgres postgres;
    private final AgroalDataSource dataSource;

    private StandAlone(TemporaryPostgres postgres, AgroalDataSource dataSource) {
        this.postgres = postgres;
        this.dataSource = dataSource;
    }

    public static StandAlone start() throws IOException, SQLException {
        TemporaryPostgres postgres = TemporaryPostgres.start();
        String url = "jdbc:postgresql://" + postgres.server().address() + "/consent";
        Flyway.configure()
                .dataSource(url, "consent_owner", TemporaryPostgres.PASSWORD)
                .placeholders(Map.of("database", "consent"))
                .load()
                .migrate();
        return new StandAlone(
                postgres,
                AgroalDataSource.from(
                        new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(5)
                                .connectionFactoryConfiguration(connection -> connection
                                        .jdbcUrl(url)
                                        .principal(new NamePrincipal("consent_runtime"))
                                        .credential(new SimplePassword(TemporaryPostgres.PASSWORD))))));
    }

    public AgroalDataSource dataSource() {
        return dataSource;
    }

    /** Event sourcing of these slices, started. */
    public EventSourcing eventSourcing(List<PartOfEventSourcing> parts) {
        EventSourcing eventSourcing = ConsentEventSourcing.over(dataSource, parts);
        eventSourcing.start();
        return eventSourcing;
    }

    public Commands commands(Provider<EventSourcing> eventSourcing) {
        return new Commands(eventSourcing, dataSource);
    }

    public Rows rows() {
        return new Rows(dataSource);
    }

    /** The log's clock stands still from now on, and goes on as the test says. */
    public void setClock(String sql) throws SQLException {
        try (Connection owner =
                        postgres.server().connect(SuiteDatabase.CONSENT, "consent_owner", TemporaryPostgres.PASSWORD);
                Statement statement = owner.createStatement()) {
            statement.execute("update consent_head set recorded_at = " + sql);
        }
    }

    @Override
    public void close() throws IOException {
        dataSource.close();
        postgres.close();
    }
}
