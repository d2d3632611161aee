package io.consentry.consent.replaylog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Which practices and which services there are decides about messages too, and so do the rules: the directory, the
 * catalogue and the changes of rules are compared with what the events say of them. What an event after the last
 * position says is left out on both sides.
 *
 * <p>Done by the database, with none of the code that writes the tables.
 */
final class Listings {

    private static final String DIFFERENCES = "insert into replay_difference (run, position, practice, live, replayed)"
            + " select ?, coalesce(said.position, live.position, 0), key, live.told, said.told"
            + " from (select key, position, %1$s as told from (%2$s) as l) as live"
            + " full join (select key, position, %1$s as told from (%3$s) as s) as said using (key)"
            + " where live.told is distinct from said.told and coalesce(said.position, 0) <= ? on conflict do nothing";

    /** The leaves of these events: a quote within a text is escaped, so these bytes can only be the member. */
    private static final String EVENTS =
            "(select position, leaf::jsonb ->> 'type' as type, leaf::jsonb -> 'about' as about,"
                    + " leaf::jsonb ->> 'service' as service, (leaf::jsonb ->> 'recordedAt')::timestamptz as recorded_at,"
                    + " (leaf::jsonb ->> 'effectiveFrom')::timestamptz as asked_from"
                    + " from consent_event where leaf like any (array[%s])) as event";

    private static final String DIRECTORY = DIFFERENCES.formatted(
            "concat_ws(' ', kind, name, case when open then 'open' else 'closed' end, 'succeeded by ' || successor,"
                    + " 'version', version, 'position', position)",
            "select ods as key, name, kind, open, successor, version, position from organisation",
            "select about ->> 'organisation' as key, " + last("about ->> 'name'", "type = 'OrganisationListed'")
                    + " as name, " + last("about ->> 'kind'", "type = 'OrganisationListed'") + " as kind, "
                    + last("type = 'OrganisationListed'", "true") + " as open, "
                    + last("about ->> 'successor'", "true") + " as successor, count(*) as version,"
                    + " max(position) as position from "
                    + EVENTS.formatted("'%\"type\":\"OrganisationListed\"%', '%\"type\":\"OrganisationClosed\"%'")
                    + " group by about ->> 'organisation'");

    /** The first services came with the database, and no event lists them. */
    private static final String CATALOGUE = DIFFERENCES.formatted(
            "concat_ws(' ', 'codes', codes, 'announced by ' || notice, 'position ' || position)",
            "select service as key, array_to_string(codes, ' ') as codes, notice, position from service_catalogue",
            "select service as key, about ->> 'codes' as codes, about ->> 'notice' as notice, position from "
                    + EVENTS.formatted("'%\"type\":\"ServiceAdded\"%'")
                    + " union all values ('pharmacy-first', '1577041000000109 2129921000000100', null::text, null::bigint),"
                    + " ('blood-pressure-check', '1659111000000107', null, null),"
                    + " ('contraception', '1659121000000101', null, null)");

    /** Each change stands by itself: the last one whose time has come is what holds. */
    private static final String RULES = DIFFERENCES.formatted(
            "concat_ws(' ', 'from', was, 'to', value, 'as of', effective_from)",
            "select rule || ' ' || position as key, was, value, effective_from, position from rule_change",
            "select about ->> 'rule' || ' ' || position as key, about ->> 'was' as was, about ->> 'value' as value,"
                    + " case when asked_from is null then recorded_at"
                    + " else greatest(asked_from, recorded_at + (about ->> 'was')::interval) end as effective_from,"
                    + " position from " + EVENTS.formatted("'%\"type\":\"RulesChanged\"%'"));

    private Listings() {}

    /**
     * Notes each organisation, service and change of a rule that is listed otherwise than the events say, and gives how many.
     */
    static int compare(Connection connection, UUID run, long upTo) throws SQLException {
        return compare(connection, DIRECTORY, run, upTo)
                + compare(connection, CATALOGUE, run, upTo)
                + compare(connection, RULES, run, upTo);
    }

    private static int compare(Connection connection, String differences, UUID run, long upTo) throws SQLException {
        try (PreparedStatement compare = connection.prepareStatement(differences)) {
            compare.setObject(1, run);
            compare.setLong(2, upTo);
            return compare.executeUpdate();
        }
    }

    private static String last(String said, String of) {
        return "(array_agg(" + said + " order by position desc) filter (where " + of + "))[1]";
    }
}
