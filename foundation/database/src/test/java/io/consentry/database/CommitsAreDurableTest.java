package io.consentry.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class CommitsAreDurableTest {

    @Inject
    @DataSource("runtime")
    javax.sql.DataSource database;

    @Test
    void serverOfTheTests_isDurable() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThatCode(() -> CommitsAreDurable.require(connection)).doesNotThrowAnyException();
        }
    }

    @Test
    void service_doesNotStart_whereItsRoleWouldNotWaitForTheDisk() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local synchronous_commit=off");
            assertThatThrownBy(() -> CommitsAreDurable.require(connection))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("synchronous_commit=off");
            connection.rollback();
        }
    }
}
