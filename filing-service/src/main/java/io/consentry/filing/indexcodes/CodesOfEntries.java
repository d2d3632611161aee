package io.consentry.filing.indexcodes;

import io.consentry.consultation.Coding;
import io.consentry.consultation.Entry;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every code that stands in an entry and can be looked for: what it is, what it answers, and the same of its parts. Another one
 * would only keep the item from its reviewer, where the index cannot hold it.
 */
final class CodesOfEntries {

    private static final Pattern FINDABLE = Pattern.compile(CodeIndex.FINDABLE);

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
        if (coding != null
                && coding.code() != null
                && FINDABLE.matcher(coding.code()).matches()) {
            codes.add(coding.code());
        }
    }
}
