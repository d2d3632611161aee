package io.consentry.database;

import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A service does not start on a server, or as a role, whose commits a power cut could undo.
 *
 * <p>An acknowledged message or decision is never lost: that rests on three settings of the server, which a well-meant
 * tuning of the server, of one database or of one role can switch off without any error.
 */
@Singleton
class CommitsAreDurable {

    private static final int BEFORE_ANY_WORK = 10;
    /**
     * Whatever keeps a commit from being on disk when it is answered: in this session, and in those that any other role
     * would have here. {@code local} and stronger words are durable.
     */
    private static final String WHAT_IS_NOT = """
            select string_agg(what, ', ') from (
              select name || '=' || setting as what from pg_settings
              where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'
              union all
              select given || ' for ' || coalesce(r.rolname, 'all roles')
              from pg_db_role_setting s
                left join pg_roles r on r.oid = s.setrole
                left join pg_database d on d.oid = s.setdatabase
                cross join unnest(s.setconfig) given
              where given = 'synchronous_commit=off' and coalesce(d.datname, current_database()) = current_database()
            ) off""";

    private final javax.sql.DataSource database;

    CommitsAreDurable(@DataSource("runtime") javax.sql.DataSource database) {
        this.database = database;
    }

    void check(@Observes @Priority(BEFORE_ANY_WORK) StartupEvent start) throws SQLException {
        try (Connection connection = database.getConnection()) {
            require(connection);
        }
    }

    /** Throws {@link IllegalStateException} naming every setting that is off for this session. */
    static void require(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(WHAT_IS_NOT)) {
            answer.next();
            String off = answer.getString(1);
            if (off != null) {
                throw new IllegalStateException("PostgreSQL could lose what it has acknowledged: " + off
                        + ". The service does not start; see docs/operating.md");
            }
        }
    }
}
