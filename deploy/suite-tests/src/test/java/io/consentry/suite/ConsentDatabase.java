package io.consentry.suite;

import io.consentry.local.keepsecrets.LocalSecrets;
import io.consentry.local.place.Home;
import io.consentry.local.place.Ports;
import io.consentry.postgres.SuiteDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The consent service's database in the hands of its owner, who can do what the service cannot. */
record ConsentDatabase(Ports ports, String password) {

    /** What a log and the state beside it are made of. */
    private static final List<String> TABLES =
            List.of("consent_head", "consent_event", "disclosure", "switch_decision", "merkle_node", "checkpoint");

    static ConsentDatabase of(Home home, Ports ports) throws IOException {
        return new ConsentDatabase(ports, LocalSecrets.of(home).databasePassword());
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + SuiteDatabase.CONSENT.databaseName(),
                SuiteDatabase.CONSENT.owner(),
                password);
    }

    long ask(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Keeps everything as it is now. */
    void save() throws SQLException {
        for (String table : TABLES) {
            execute("create table saved_" + table + " as table " + table);
        }
    }

    /** Brings back what was kept. */
    void restore() throws SQLException {
        StringBuilder sql = new StringBuilder("truncate " + String.join(", ", TABLES) + ";");
        TABLES.forEach(table -> sql.append("insert into ")
                .append(table)
                .append(" select * from saved_")
                .append(table)
                .append(';'));
        execute(sql.toString());
    }

    /** In one transaction, and with the trigger that numbers events away. */
    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("alter table consent_event disable trigger user");
            statement.execute(sql);
            statement.execute("alter table consent_event enable trigger user");
            connection.commit();
        }
    }
}
