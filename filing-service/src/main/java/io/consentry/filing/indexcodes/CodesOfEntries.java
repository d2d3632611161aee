package io.consentry.filing.indexcodes;

import io.consentry.consultation.Coding;
import io.consentry.consultation.Entry;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every code that stands in an entry: what it is, what it answers, and the same of its parts. */
final class CodesOfEntries {

    private CodesOfEntries() {}

    static Set<String> of(Entry entry) {
        Set<String> codes = new LinkedHashSet<>();
        add(codes, entry.code());
        add(codes, entry.value());
        for (Entry.Part part : entry.parts()) {
            add(codes, part.code());
            add(codes, part.value());
        }
        return codes;
    }

    private static void add(Set<String> codes, Entry.@Nullable Value value) {
        if (value != null) {
            add(codes, value.coding());
        }
    }

    private static void add(Set<String> codes, @Nullable Coding coding) {
        if (coding != null && coding.code() != null) {
            codes.add(coding.code());
        }
    }
}
