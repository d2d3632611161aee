package io.consentry.consent.catalogue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The services that exist, as the database lists them. */
@ApplicationScoped
public class ServiceCatalogue {

    private final AgroalDataSource dataSource;

    ServiceCatalogue(@DataSource("runtime") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether there is a service with this key. Blocks. */
    public boolean has(String service) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select 1 from service_catalogue where service = ?")) {
            query.setString(1, service);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The catalogue cannot be read", e);
        }
    }
}
