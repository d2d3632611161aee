package io.consentry.ingest.keepmessage;

import io.consentry.database.TimeOrderedId;
import io.consentry.events.MessageAccepted;
import io.consentry.feed.PublishedEventJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Messages as the rows that they become: one statement for any number of them. */
final class MessageRows {

    /**
     * Everything that makes a message durable: the row, its sealed content, its first step and its announcement.
     *
     * <p>Each row says in whose name it is written, just before it is written: the policies compare with that. If the order
     * were lost the database would refuse the row.
     */
    static final String INSERT = """
            with sent as materialized (
                select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                    $8::text[], $9::bytea[], $10::text[], $11::bool[], $12::int[], $13::timestamptz[], $14::text[],
                    $15::bigint[], $16::timestamptz[], $17::text[], $18::text[], $19::uuid[], $20::text[], $21::text[],
                    $22::uuid[], $23::text[], $24::text[])
                s(id, sender, practice, service, system, value, source, type, hmac, sha, urgent, flags, at, status,
                  position, decided, document, composition, replaces, systems, reason, event, event_type, data)
            ), kept as (
                insert into message (id, sender, practice, service, identifier_system, identifier_value, source,
                    content_type, content_hmac, content_sha256, urgent, flags, received_at, status, decision_position,
                    decision_at, document, composition, replaces, systems)
                select id, set_config('app.ods', sender, true), practice, service, system, value, source, type, hmac,
                    decode(sha, 'hex'), urgent, flags, at, case when queued then 'held' else status end,
                    case when not queued then position end, case when not queued then decided end,
                    decode(document, 'hex'), decode(composition, 'hex'), replaces, string_to_array(systems, E'\\n')
                from sent, lateral (select anything_is_held_for(practice) as queued) q
                on conflict do nothing returning id, sender, practice, status
            ), content as (
                insert into message_content
                select k.id, set_config('app.ods', sender, true), c.original, c.okey, c.read, c.rkey,
                    decode(c.patient, 'hex'), decode(c.likeness, 'hex')
                from kept k join unnest($1::uuid[], $25::bytea[], $26::bigint[], $27::bytea[], $28::bigint[], $29::text[],
                    $30::text[]) c(id, original, okey, read, rkey, patient, likeness) using (id)
            ), step as (
                insert into timeline_entry (message_id, sender, practice, status, at, reason, told_in)
                select k.id, set_config('app.ods', k.sender, true), k.practice, k.status, s.at,
                    case when k.status = s.status then reason else 'queued-behind-held' end, null
                from kept k join sent s using (id)
            ), queue as (
                insert into held_message (message_id, practice) select id, practice from kept where status = 'held'
            ), told as (
                insert into feed_event (id, type, subject, at, data)
                select event, event_type, id::text, at, data from kept k join sent s using (id) where k.status = 'pending'
            )
            select id, status from kept""".replaceAll("\\s+", " ");

    private final List<Keeping> all;

    private MessageRows(List<Keeping> all) {
        this.all = all;
    }

    /** The statement's parameters: a list for each column. */
    static Tuple of(List<Keeping> all) {
        MessageRows rows = new MessageRows(all);
        List<MessageAccepted> told = all.stream().map(Keeping::announcement).toList();
        return Tuple.tuple()
                .addArrayOfUUID(rows.each(NewMessage::id, UUID[]::new))
                .addArrayOfString(rows.text(message -> message.key().sender()))
                .addArrayOfString(rows.text(NewMessage::practice))
                .addArrayOfString(rows.text(NewMessage::service))
                .addArrayOfString(rows.text(message -> message.key().system()))
                .addArrayOfString(rows.text(message -> message.key().value()))
                .addArrayOfString(rows.text(NewMessage::source))
                .addArrayOfString(rows.text(NewMessage::contentType))
                .addValue(rows.each(message -> Buffer.buffer(message.hmac().bytes()), Buffer[]::new))
                .addArrayOfString(rows.text(NewMessage::sha256))
                .addArrayOfBoolean(rows.each(NewMessage::urgent, Boolean[]::new))
                .addArrayOfInteger(rows.each(NewMessage::flags, Integer[]::new))
                .addArrayOfOffsetDateTime(rows.each(message -> utc(message.receivedAt()), OffsetDateTime[]::new))
                .addArrayOfString(rows.column(keeping -> keeping.status().word(), String[]::new))
                .addArrayOfLong(rows.column(
                        keeping -> keeping.decision() == null
                                ? null
                                : keeping.decision().position(),
                        Long[]::new))
                .addArrayOfOffsetDateTime(rows.column(
                        keeping -> keeping.decision() == null
                                ? null
                                : utc(keeping.decision().at()),
                        OffsetDateTime[]::new))
                .addArrayOfString(rows.text(message -> message.prints().document()))
                .addArrayOfString(rows.text(message -> message.prints().composition()))
                .addArrayOfUUID(rows.each(NewMessage::replaces, UUID[]::new))
                .addArrayOfString(rows.text(message -> String.join("\n", message.systems())))
                .addArrayOfString(rows.column(Keeping::reason, String[]::new))
                .addArrayOfUUID(rows.each(message -> TimeOrderedId.at(message.receivedAt()), UUID[]::new))
                .addArrayOfString(told.stream().map(PublishedEventJson::typeOf).toArray(String[]::new))
                .addArrayOfString(told.stream().map(PublishedEventJson::write).toArray(String[]::new))
                .addValue(rows.each(message -> Buffer.buffer(message.original().bytes()), Buffer[]::new))
                .addArrayOfLong(rows.each(message -> message.original().keyId(), Long[]::new))
                .addValue(rows.each(
                        message -> Buffer.buffer(message.consultation().bytes()), Buffer[]::new))
                .addArrayOfLong(rows.each(message -> message.consultation().keyId(), Long[]::new))
                .addArrayOfString(rows.text(message -> message.prints().patient()))
                .addArrayOfString(rows.text(message -> message.prints().likeness()));
    }

    private <T> T[] column(Function<Keeping, @Nullable T> of, IntFunction<T[]> array) {
        return all.stream().map(of).toArray(array);
    }

    private <T> T[] each(Function<NewMessage, @Nullable T> of, IntFunction<T[]> array) {
        return column(keeping -> of.apply(keeping.message()), array);
    }

    private String[] text(Function<NewMessage, @Nullable String> of) {
        return each(of, String[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
