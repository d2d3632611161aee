package io.consentry.filing.settle;

import io.consentry.filing.item.Actor;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A practice's data controller settled how its worklist works.
 *
 * @param undoSeconds for how long a decision can be undone
 * @param bulkFiling whether several items may be filed in one act
 * @param patientVisible whether the patient sees what is filed, where the reviewer says nothing
 */
@RegisterForReflection
public record SettingsChanged(
        String practice, long undoSeconds, boolean bulkFiling, boolean patientVisible, Actor by, Instant at) {}
