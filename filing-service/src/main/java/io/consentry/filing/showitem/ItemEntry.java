package io.consentry.filing.showitem;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.consentry.consultation.Consultation;
import io.consentry.consultation.Entry;
import io.consentry.consultation.Flag;
import io.consentry.filing.keepcontent.Heading;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An entry as a reviewer reads it.
 *
 * @param group where it stands on the page
 * @param entry as sent
 * @param excluded whether the filing in force left it out
 * @param flags ids of the flags about it
 */
record ItemEntry(
        Heading group,
        @JsonUnwrapped Entry entry,

        @Schema(description = "Left out when the item was filed")
        boolean excluded,

        @Schema(description = "Ids of the flags about this entry")
        List<String> flags) {

    /** By group, and within a group in the order of the message. */
    static List<ItemEntry> inReadingOrder(ReviewedItem reviewed, Consultation told) {
        Set<String> excluded = Set.copyOf(reviewed.excludedEntryIds());
        return told.entries().stream()
                .map(entry -> new ItemEntry(
                        Heading.of(entry), entry, excluded.contains(entry.id()), flagsOf(entry, told.flags())))
                .sorted(Comparator.comparing(ItemEntry::group))
                .toList();
    }

    private static List<String> flagsOf(Entry entry, List<Flag> flags) {
        return flags.stream()
                .filter(flag -> entry.id().equals(flag.entryId()))
                .map(Flag::id)
                .toList();
    }
}
