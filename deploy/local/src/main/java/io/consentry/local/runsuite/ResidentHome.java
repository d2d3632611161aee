package io.consentry.local.runsuite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The home whose suite lives on a server of somebody else's, kept there as the comment of a role: where a server trusts
 * everybody, every password of the roles is right, and tells no home from another.
 */
final class ResidentHome {

    /** The first that is made. */
    private static final String ROLE = "ingest_owner";

    private static final String BEFORE = "Consentry home ";
    private static final String FIND = "select shobj_description(oid, 'pg_authid') from pg_roles where rolname = ?";

    private ResidentHome() {}

    /** Its id; nothing where no suite lives, or one that is older than this note. */
    static Optional<String> of(Connection admin) throws SQLException {
        return comment(admin)
                .filter(comment -> comment.startsWith(BEFORE))
                .map(comment -> comment.substring(BEFORE.length()));
    }

    /** Notes that this home's suite lives there, unless somebody else has a comment of their own on the role. */
    static void note(Connection admin, String id) throws SQLException {
        if (comment(admin).filter(comment -> !comment.startsWith(BEFORE)).isEmpty()) {
            try (Statement statement = admin.createStatement()) {
                statement.execute(statement(id));
            }
        }
    }

    /** What notes it, also by hand. */
    static String statement(String id) {
        return "comment on role " + ROLE + " is '" + BEFORE + id.replace("'", "''") + "'";
    }

    private static Optional<String> comment(Connection admin) throws SQLException {
        try (PreparedStatement ask = admin.prepareStatement(FIND)) {
            ask.setString(1, ROLE);
            try (ResultSet row = ask.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        }
    }
}
