package io.consentry.consent.replaylog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Every event of a practice is stored twice: as the leaf, which auditors read and the proof covers, and as the payload
 * and columns from which the practice's stream is read before it decides. Only the first is proven; somebody with the
 * database in their hands could give a mandate in the second. So a replay compares them.
 *
 * <p>Done by the database, with none of the code that writes either.
 */
final class StoredTwice {

    /** The leaf as the payload says it: what is in {@code about} beside the others, without what stands in columns. */
    private static final String LEAF_AS_PAYLOAD = "(leaf - 'about' - 'commitment' - 'decision' - 'effectiveFrom' - 'id'"
            + " - 'position' - 'recordedAt' - 'requestId' - 'type' - 'version') || coalesce(leaf -> 'about', '{}')";

    /** What stands in a practice's stream, by the name that is proven. */
    private static final String OF_A_PRACTICE = "leaf::jsonb ->> 'type' in ('PracticeOptedIn', 'PracticeOptedOut',"
            + " 'PracticePaused', 'ServiceOptedIn', 'ServiceOptedOut', 'ScheduledDecisionCancelled', 'MandateGranted',"
            + " 'MandateWithdrawn')";

    private static final String AGREE = "payload - 'effectiveFrom' = " + LEAF_AS_PAYLOAD
            + " and (payload ->> 'effectiveFrom')::timestamptz"
            + " is not distinct from (leaf ->> 'effectiveFrom')::timestamptz"
            + " and stream_id = 'consent/' || (leaf ->> 'practice') and practice = leaf ->> 'practice'"
            + " and stream_sequence = place_in_stream"
            + " and event_name = leaf ->> 'type' and revision = leaf ->> 'version' and event_id = leaf ->> 'id'"
            + " and position = (leaf ->> 'position')::bigint and recorded_at = (leaf ->> 'recordedAt')::timestamptz";

    private static final String COMPARE = "insert into replay_difference (run, position, practice, live, replayed)"
            + " select ?, position, practice, 'stored as ' || event_name || ' at ' || recorded_at || ', number '"
            + " || stream_sequence || ' in ' || stream_id || ': ' || coalesce(payload::text, 'no JSON'), 'proven as ' || leaf::text"
            + " from (select position, recorded_at, event_id, stream_id, stream_sequence, event_name, revision,"
            + " practice, case when pg_input_is_valid(convert_from(payload, 'UTF8'), 'jsonb')"
            + " then convert_from(payload, 'UTF8')::jsonb end as payload, leaf::jsonb as leaf,"
            + " row_number() over (partition by leaf::jsonb ->> 'practice', " + OF_A_PRACTICE
            + " order by position) - 1 as place_in_stream"
            + " from consent_event where position <= ?"
            + " and (" + OF_A_PRACTICE + " or stream_id like 'consent/%')) as stored"
            + " where (" + AGREE + ") is not true on conflict do nothing";

    private StoredTwice() {}

    /** Notes each event up to this position whose two forms differ, and gives how many were new. */
    static int compare(Connection connection, UUID run, long upTo) throws SQLException {
        try (PreparedStatement compare = connection.prepareStatement(COMPARE)) {
            compare.setObject(1, run);
            compare.setLong(2, upTo);
            return compare.executeUpdate();
        }
    }
}
