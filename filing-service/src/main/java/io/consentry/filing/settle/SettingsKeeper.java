package io.consentry.filing.settle;

import io.consentry.events.FallbackAddressSet;
import io.consentry.feed.publish.Announcements;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/**
 * Keeps {@code practice_settings} in the transaction of the change: the next act goes by it. Where refused consultations
 * go is announced with it, for whoever refuses them.
 */
@Singleton
@RegisterForReflection
public class SettingsKeeper {

    private static final String KEEP = """
            insert into practice_settings (practice, undo_seconds, bulk_filing, patient_visible, fallback_address,
                notes_to_senders, pre_ticked, version)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (practice) do update set undo_seconds = excluded.undo_seconds,
                bulk_filing = excluded.bulk_filing, patient_visible = excluded.patient_visible,
                fallback_address = excluded.fallback_address, notes_to_senders = excluded.notes_to_senders,
                pre_ticked = excluded.pre_ticked, version = excluded.version""";

    @EventHandler
    void on(SettingsChanged event, @SequenceNumber long sequence, Connection transaction) throws SQLException {
        try (PreparedStatement keep = transaction.prepareStatement(KEEP)) {
            keep.setString(1, event.practice());
            keep.setLong(2, event.undoSeconds());
            keep.setBoolean(3, event.bulkFiling());
            keep.setBoolean(4, event.patientVisible());
            keep.setString(5, event.fallbackAddress());
            keep.setBoolean(6, !Boolean.FALSE.equals(event.notesToSenders()));
            keep.setString(7, PreTickedKinds.json(Objects.requireNonNull(event.preTicked())));
            keep.setLong(8, sequence + 1);
            keep.executeUpdate();
        }
        Announcements.announce(
                transaction, List.of(new FallbackAddressSet(event.practice(), event.at(), event.fallbackAddress())));
    }
}
