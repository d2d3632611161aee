package io.consentry.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Creates the databases and the roles that a database administrator creates in production; see {@code deploy}.
 *
 * <p>What a role may touch is granted by each service's own migrations.
 */
public final class SuiteRoles {

    private SuiteRoles() {}

    /**
     * Creates what is missing and sets the password of every role.
     *
     * @param admin a connection that may create roles and databases
     */
    public static void create(Connection admin, String password) throws SQLException {
        for (SuiteDatabase database : SuiteDatabase.values()) {
            for (String role : database.roles()) {
                createRole(admin, role, password);
            }
            createDatabase(admin, database);
        }
    }

    /** Which of a database's roles there are. */
    public static List<String> existing(Connection admin, SuiteDatabase database) throws SQLException {
        List<String> found = new ArrayList<>();
        for (String role : database.roles()) {
            if (exists(admin, role)) {
                found.add(role);
            }
        }
        return found;
    }

    private static boolean exists(Connection admin, String role) throws SQLException {
        return answers(admin, "select 1 from pg_roles where rolname = '" + role + "'");
    }

    private static void createRole(Connection admin, String role, String password) throws SQLException {
        String verb = exists(admin, role) ? "alter" : "create";
        execute(admin, String.format(Locale.ROOT, "%s role %s login password %s", verb, role, literal(password)));
    }

    /** A text as SQL writes it. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static void createDatabase(Connection admin, SuiteDatabase database) throws SQLException {
        if (answers(admin, "select 1 from pg_database where datname = '" + database.databaseName() + "'")) {
            return;
        }
        execute(
                admin,
                String.format(
                        Locale.ROOT,
                        "create database %s owner %s encoding 'UTF8' template template0",
                        database.databaseName(),
                        database.owner()));
        // Without this every role of the server could connect to every database.
        execute(admin, "revoke all on database " + database.databaseName() + " from public");
        execute(
                admin,
                String.format(
                        Locale.ROOT,
                        "grant connect on database %s to %s, %s",
                        database.databaseName(),
                        database.runtime(),
                        database.tenant()));
    }

    private static boolean answers(Connection admin, String query) throws SQLException {
        try (Statement statement = admin.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }

    static void execute(Connection admin, String sql) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }
}
