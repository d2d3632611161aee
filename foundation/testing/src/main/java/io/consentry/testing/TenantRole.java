package io.consentry.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the database's own catalogue says of the role under which a request reaches its organisation's rows. */
public final class TenantRole {

    private static final String LIBERTIES = """
            select 'is more than an ordinary role' from pg_roles
             where rolname = current_user and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
            union all
            select 'may become ' || rolname from pg_roles
             where rolname <> current_user and pg_has_role(current_user, oid, 'MEMBER')
            union all
            select 'owns ' || relname from pg_class
             where relowner = (select oid from pg_roles where rolname = current_user)
            union all
            select 'creates in ' || nspname from pg_namespace
             where nspname not like 'pg\\_%' and has_schema_privilege(oid, 'CREATE')
            union all
            select 'sees all of ' || relname from pg_class join pg_namespace n on n.oid = relnamespace
             where relkind in ('r', 'p', 'v', 'm', 'f') and nspname not in ('pg_catalog', 'information_schema')
               and (has_any_column_privilege(pg_class.oid, 'SELECT') or has_any_column_privilege(pg_class.oid, 'UPDATE')
                    or has_table_privilege(pg_class.oid, 'DELETE'))
               and not (relrowsecurity and relforcerowsecurity)
               and not (relkind = 'v' and 'security_invoker=true' = any (coalesce(reloptions, '{}')))
            order by 1
            """;

    private TenantRole() {}

    /** All that the role of this connection may reach beyond the rows of the organisation that is set. */
    public static List<String> liberties(Connection tenant) throws SQLException {
        List<String> liberties = new ArrayList<>();
        try (Statement statement = tenant.createStatement();
                ResultSet row = statement.executeQuery(LIBERTIES)) {
            while (row.next()) {
                liberties.add(row.getString(1));
            }
        }
        return liberties;
    }
}
