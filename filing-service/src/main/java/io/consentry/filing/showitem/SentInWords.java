package io.consentry.filing.showitem;

import io.consentry.consultation.Coding;
import io.consentry.consultation.Entry;
import io.consentry.consultation.Entry.Attachment;
import io.consentry.consultation.Entry.Medicine;
import io.consentry.consultation.Entry.Part;
import io.consentry.consultation.Entry.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An entry's words and values in one line, as sent: what a person compares by hand. */
final class SentInWords {

    private SentInWords() {}

    /** The line; absent where nothing but a code was sent. */
    static @Nullable String of(Entry entry) {
        List<@Nullable String> said = new ArrayList<>();
        said.add(entry.text());
        said.add(words(entry.value()));
        entry.parts().forEach(part -> said.add(words(part)));
        Medicine medicine = entry.medicine();
        if (medicine != null) {
            said.add(words(medicine.quantity()));
            said.addAll(medicine.dosage());
            said.addAll(medicine.patientInstruction());
        }
        Attachment attachment = entry.attachment();
        if (attachment != null) {
            said.add(attachment.title());
            said.add(attachment.contentType());
        }
        return joined(", ", said.stream());
    }

    /** Such as "Systolic blood pressure 120 mmHg". */
    private static @Nullable String words(Part part) {
        String name =
                part.code().display() == null ? part.code().code() : part.code().display();
        return joined(" ", Stream.of(name, words(part.value())));
    }

    private static @Nullable String words(@Nullable Value value) {
        if (value == null) {
            return null;
        }
        if (value.number() != null) {
            return joined(" ", Stream.of(value.number(), value.unit()));
        }
        Coding coding = value.coding();
        return coding == null ? value.text() : coding.display();
    }

    private static @Nullable String joined(String by, Stream<@Nullable String> said) {
        String line = said.filter(Objects::nonNull).map(Object::toString).collect(Collectors.joining(by));
        return line.isEmpty() ? null : line;
    }
}
