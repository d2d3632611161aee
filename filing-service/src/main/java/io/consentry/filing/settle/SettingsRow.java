package io.consentry.filing.settle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A practice's settings in force. Written by {@link SettingsKeeper} alone. */
@Entity
@Table(name = "practice_settings")
class SettingsRow {

    @Id
    @Column(name = "practice")
    String practice;

    @Column(name = "undo_seconds")
    long undoSeconds;

    @Column(name = "bulk_filing")
    boolean bulkFiling;

    @Column(name = "patient_visible")
    boolean patientVisible;

    @Nullable @Column(name = "fallback_address")
    String fallbackAddress;

    @Column(name = "notes_to_senders")
    boolean notesToSenders;

    @Column(name = "pre_ticked")
    String preTicked;

    @Column(name = "version")
    long version;

    /** For Hibernate. */
    SettingsRow() {}
}
