package io.consentry.consent.changerules;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.consentry.consent.changerules.RecordedModesResource.Mode;
import io.consentry.consent.events.RulesChanged;
import io.consentry.consent.keepevents.PartOfEventSourcing;
import io.consentry.consent.keepevents.Rows;
import io.consentry.eventstore.EventSourcingBuilder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Changes of the rules as a table, written in the transaction of each event. */
@ApplicationScoped
class RuleChanges implements PartOfEventSourcing {

    private final Rows rows;

    RuleChanges(Rows rows) {
        this.rows = rows;
    }

    @Override
    public void join(EventSourcingBuilder builder) {
        builder.subscribing("rule-changes", new Projector());
    }

    /** In the order in which they were decided. */
    List<RuleChange> all() {
        return rows.all(
                "select r.*, d.note from rule_change r left join disclosure d using (position) order by position",
                row -> new RuleChange(
                        row.getString("rule"),
                        row.getString("was"),
                        row.getString("value"),
                        Rows.time(row, "effective_from"),
                        row.getString("note"),
                        row.getLong("position")));
    }

    /** What holds now of each safeguard that anybody ever decided about. */
    List<Mode> modes() {
        return rows.all(
                "select distinct on (rule) rule, value from rule_change where rule <> ? and effective_from <= consent_now()"
                        + " order by rule, position desc",
                row -> new Mode(row.getString("rule"), row.getString("value")),
                RulesChanged.NOTICE_PERIOD);
    }

    @Schema(name = "RuleChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleChange(
            @Schema(description = "notice-period, or the name of a safeguard")
            String rule,

            @Nullable String was,
            String value,
            Instant effectiveFrom,
            @Nullable String note,
            long position) {}

    @RegisterForReflection
    static final class Projector {

        private static final String CHANGED = "insert into rule_change (rule, was, value, effective_from, position)"
                + " select ?, ?, ?, greatest(coalesce(?::timestamptz, recorded_at), recorded_at + ?::interval), position"
                + " from consent_event where event_id = ?";

        @EventHandler
        void on(RulesChanged changed, @MessageIdentifier String eventId, Connection transaction) throws SQLException {
            try (PreparedStatement insert = transaction.prepareStatement(CHANGED)) {
                insert.setString(1, changed.rule());
                insert.setString(2, changed.was());
                insert.setString(3, changed.value());
                Instant from = changed.effectiveFrom();
                insert.setObject(4, from == null ? null : from.atOffset(ZoneOffset.UTC));
                // What waits out the old period does so from when it is recorded.
                insert.setString(5, from == null ? null : changed.was());
                insert.setString(6, eventId);
                Rows.requireOne(insert.executeUpdate());
            }
        }
    }
}
