package io.consentry.filing.settle;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** Keeps {@code practice_settings} in the transaction of the change: the next act goes by it. */
@Singleton
@RegisterForReflection
public class SettingsKeeper {

    private static final String KEEP = """
            insert into practice_settings (practice, undo_seconds, bulk_filing, patient_visible, version)
            values (?, ?, ?, ?, ?)
            on conflict (practice) do update set undo_seconds = excluded.undo_seconds,
                bulk_filing = excluded.bulk_filing, patient_visible = excluded.patient_visible,
                version = excluded.version""";

    @EventHandler
    void on(SettingsChanged event, @SequenceNumber long sequence, Connection transaction) throws SQLException {
        try (PreparedStatement keep = transaction.prepareStatement(KEEP)) {
            keep.setString(1, event.practice());
            keep.setLong(2, event.undoSeconds());
            keep.setBoolean(3, event.bulkFiling());
            keep.setBoolean(4, event.patientVisible());
            keep.setLong(5, sequence + 1);
            keep.executeUpdate();
        }
    }
}
