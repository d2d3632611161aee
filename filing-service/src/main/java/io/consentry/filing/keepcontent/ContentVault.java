package io.consentry.filing.keepcontent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.consentry.consultation.Coding;
import io.consentry.consultation.Consultation;
import io.consentry.consultation.Detail;
import io.consentry.consultation.Entry;
import io.consentry.consultation.Flag;
import io.consentry.consultation.Patient;
import io.consentry.consultation.Pharmacy;
import io.consentry.consultation.Practitioner;
import io.consentry.encryption.Binding;
import io.consentry.encryption.Sealed;
import io.consentry.encryption.Vault;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Seals and opens the parts of an item's content. Opening may read a key from the database: never on the event loop.
 *
 * <p>Sealed values outlive releases, so they are written by a mapper of their own and read tolerantly.
 */
@Singleton
@RegisterForReflection(
        targets = {
            Consultation.class,
            Patient.class,
            Pharmacy.class,
            Practitioner.class,
            Entry.class,
            Entry.Value.class,
            Entry.Part.class,
            Entry.Medicine.class,
            Entry.Attachment.class,
            Coding.class,
            Detail.class,
            Flag.class
        })
public class ContentVault {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Vault vault;

    ContentVault(Vault vault) {
        this.vault = vault;
    }

    Sealed seal(String practice, PartId place, Object content) {
        try {
            return vault.seal(binding(practice, place), MAPPER.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("This kind of content cannot be written", e);
        }
    }

    Sealed seal(String practice, String itemId, WrittenNote note) {
        return vault.seal(
                binding(practice, new PartId(itemId, Part.note(note.id()))),
                note.text().getBytes(StandardCharsets.UTF_8));
    }

    public ItemSummary openSummary(SealedPart part) {
        return read(part, ItemSummary.class);
    }

    /** The consultation among the parts; absent when it was erased. */
    public Optional<Consultation> openConsultation(List<SealedPart> parts) {
        return parts.stream()
                .filter(part -> part.id.part().equals(Part.CONSULTATION))
                .findFirst()
                .map(part -> read(part, Consultation.class));
    }

    /** The texts of the notes among the parts, by the id of the note. */
    public Map<String, String> openNotes(List<SealedPart> parts) {
        return parts.stream()
                .filter(part -> Part.isNote(part.id.part()))
                .collect(Collectors.toMap(
                        part -> Part.noteId(part.id.part()), part -> new String(open(part), StandardCharsets.UTF_8)));
    }

    /** What a note says. */
    public String openNote(String practice, String itemId, String noteId, Sealed sealed) {
        byte[] text = vault.open(binding(practice, new PartId(itemId, Part.note(noteId))), sealed);
        return new String(text, StandardCharsets.UTF_8);
    }

    private <T> T read(SealedPart part, Class<T> type) {
        try {
            return MAPPER.readValue(open(part), type);
        } catch (IOException e) {
            // Without the cause: its message quotes the content.
            throw new IllegalStateException("Kept content is not readable as " + type.getSimpleName());
        }
    }

    private byte[] open(SealedPart part) {
        return vault.open(binding(part.practice, part.id), part.sealed());
    }

    private static Binding binding(String practice, PartId place) {
        return new Binding(practice, place.itemId(), place.part());
    }
}
