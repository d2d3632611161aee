package io.consentry.suite;

/**
 * What the owner of the database can do to its past, around an event in the middle of the log.
 *
 * @param sql {@code :p} is the position of that event, {@code :n} that of the last
 * @param first where it shows; {@code :p} and {@code :n} as above
 * @param exact whether that is the position to name, or only the last that may be named
 */
record Tampering(String what, String sql, String first, boolean exact) {

    private static final String HASHED_ANEW =
            "update consent_event set leaf_hash = sha256('\\x00'::bytea || convert_to(leaf, 'UTF8'));"
                    // Whoever hashes anew knows that names would betray what moved.
                    + "delete from disclosure";

    private static final String OTHER_PAYLOAD = "update consent_event set leaf = replace(leaf,"
            + " '\"requestId\":\"', '\"requestId\":\"x') where position = :p;";

    private static final String OTHER_TIME = "update consent_event set recorded_at = recorded_at + interval"
            + " '1 microsecond', leaf = replace(leaf, to_char(recorded_at at time zone 'UTC', 'HH24:MI:SS.US'),"
            + " to_char((recorded_at + interval '1 microsecond') at time zone 'UTC', 'HH24:MI:SS.US'))"
            + " where position = :p;";

    private static final String RENUMBERED = "update consent_event set position = -position, leaf ="
            + " regexp_replace(leaf, '\"position\":\\d+', '\"position\":' || -position) where position < 0;";

    private static final String WITHOUT_WHAT_FOLLOWS = "delete from consent_event where position > :p;"
            + "delete from switch_decision where position > :p;"
            + "delete from checkpoint where size > :p;"
            + "delete from merkle_node where (place + 1) << level > :p;"
            + "update consent_head set position = :p, recorded_at = (select max(recorded_at) from consent_event);";

    static final Tampering[] ALL = {
        at(":p", "change a payload", OTHER_PAYLOAD),
        by(":p", "change a payload and its hash", OTHER_PAYLOAD + HASHED_ANEW),
        at(":p", "change a time", OTHER_TIME),
        by(":p", "change a time and its hash", OTHER_TIME + HASHED_ANEW),
        at(":p", "delete in the middle", "delete from consent_event where position = :p"),
        by(
                ":p",
                "delete in the middle and close the gap",
                "delete from consent_event where position = :p;"
                        + "update consent_event set position = 1 - position where position > :p;" + RENUMBERED
                        + HASHED_ANEW),
        at(":n - 2", "delete the tail", "delete from consent_event where position > :n - 3"),
        at(
                ":p",
                "swap two",
                "update consent_event set position = -position where position in (:p, :p + 1);"
                        + "update consent_event set position = 2 * :p + 1 + position where position < 0"),
        by(
                ":p",
                "swap two and number them anew",
                "update consent_event set position = position - 2 * :p - 1 where position in (:p, :p + 1);" + RENUMBERED
                        + HASHED_ANEW),
        by(
                ":p",
                "insert one",
                "update consent_event set position = -position - 1 where position >= :p;" + RENUMBERED
                        + "insert into consent_event select (jsonb_populate_record(e, jsonb_build_object('position', :p,"
                        + " 'event_id', 'forged', 'stream_id', 'forged', 'leaf', regexp_replace(e.leaf,"
                        + " '\"position\":\\d+', '\"position\":' || :p)))).* from consent_event e where position = 1;"
                        + HASHED_ANEW),
        at(":p + 1", "restore an older database", WITHOUT_WHAT_FOLLOWS),
        by(
                ":p + 1",
                "restore an older database and write on",
                WITHOUT_WHAT_FOLLOWS + "insert into consent_event select (jsonb_populate_record(s, jsonb_build_object("
                        + "'leaf', replace(s.leaf, '\"requestId\":\"', '\"requestId\":\"x')))).*"
                        + " from saved_consent_event s where position > :p;" + HASHED_ANEW
                        + ";update consent_head set position = :n")
    };

    private static Tampering at(String first, String what, String sql) {
        return new Tampering(what, sql, first, true);
    }

    private static Tampering by(String first, String what, String sql) {
        return new Tampering(what, sql, first, false);
    }

    /** With the positions put in. */
    Tampering around(long middle, long last) {
        return new Tampering(what, put(sql, middle, last), put(first, middle, last), exact);
    }

    private static String put(String text, long middle, long last) {
        return text.replace(":p", Long.toString(middle)).replace(":n", Long.toString(last));
    }
}
