package io.consentry.ingest.readmessage;

import io.consentry.consultation.Coding;
import io.consentry.consultation.Entry;
import io.consentry.consultation.Entry.Attachment;
import io.consentry.consultation.Entry.Medicine;
import io.consentry.consultation.Entry.Part;
import io.consentry.consultation.Entry.Value;
import io.consentry.consultation.EntryKind;
import java.util.List;
import org.hl7.fhir.dstu3.model.CodeableConcept;
import org.hl7.fhir.dstu3.model.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** What a resource tells, on its way to become an entry. */
final class EntryDraft {

    private final Placed<?> placed;
    private final Details details = new Details();
    private EntryKind kind;
    private @Nullable Coding code;
    private @Nullable String text;
    private @Nullable Value value;
    private @Nullable String date;
    private @Nullable String status;
    private List<Part> parts = List.of();
    private @Nullable Medicine medicine;
    private @Nullable Attachment attachment;

    EntryDraft(Placed<?> placed, EntryKind kind) {
        this.placed = placed;
        this.kind = kind;
    }

    /** The code, the sender's words beside it, and further codes that mean the same. */
    EntryDraft coded(CodeableConcept concept) {
        code = Codes.of(concept);
        text = Codes.textBeside(concept);
        details.add("Also coded as", Codes.others(concept));
        return this;
    }

    EntryDraft text(@Nullable String words) {
        text = words;
        return this;
    }

    EntryDraft value(@Nullable Value measured) {
        value = measured;
        return this;
    }

    EntryDraft on(@Nullable String day) {
        date = day;
        return this;
    }

    EntryDraft status(PrimitiveType<?> sent) {
        status = sent.getValueAsString();
        return this;
    }

    EntryDraft parts(List<Part> read) {
        parts = read;
        return this;
    }

    EntryDraft medicine(Medicine supplied) {
        medicine = supplied;
        return this;
    }

    EntryDraft attachment(Attachment file) {
        kind = EntryKind.ATTACHMENT;
        attachment = file;
        return this;
    }

    /** Where to add whatever else was sent. */
    Details details() {
        return details;
    }

    Entry entry() {
        return new Entry(
                placed.id(),
                kind,
                Headings.of(placed.resource()),
                code,
                text,
                value,
                date,
                status,
                parts,
                medicine,
                attachment,
                details.all());
    }
}
