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
import io.consentry.encryption.CannotBeOpenedException;
import io.consentry.encryption.KeyNotHereException;
import io.consentry.encryption.Sealed;
import io.consentry.encryption.Vault;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Seals and opens the parts of an item's content. Opening may read a key from the database: on the event loop
 * only what {@linkplain #opensAtOnce opens at once}.
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

    /** Sealed bytes, more than nearly all consultations have. What is larger would hold up others for too long. */
    private static final int SOON_OPENED = 8 * 1024;

    private static final Logger LOG = Logger.getLogger(ContentVault.class);

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

    /**
     * What a row of the worklist shows.
     *
     * @param part absent when it was erased
     */
    public Readable<ItemSummary> openSummary(@Nullable SealedPart part) {
        return readable(part, kept -> read(kept, ItemSummary.class));
    }

    /** Whether opening this waits for nobody and is soon done: its key is at hand, and it is no larger than most. */
    public boolean opensAtOnce(SealedPart part) {
        return part.sealed.length <= SOON_OPENED && vault.opensAtOnce(part.sealed());
    }

    /** The consultation among the parts. */
    public Readable<Consultation> openConsultation(List<SealedPart> parts) {
        SealedPart consultation = parts.stream()
                .filter(part -> part.id.part().equals(Part.CONSULTATION))
                .findFirst()
                .orElse(null);
        return readable(consultation, kept -> read(kept, Consultation.class));
    }

    /** The texts of the notes among the parts that can be opened, by the id of the note. */
    public Map<String, String> openNotes(List<SealedPart> parts) {
        Map<String, String> notes = new HashMap<>();
        for (SealedPart part : parts) {
            if (Part.isNote(part.id.part())) {
                String text = readable(part, kept -> new String(open(kept), StandardCharsets.UTF_8))
                        .content();
                if (text != null) {
                    notes.put(Part.noteId(part.id.part()), text);
                }
            }
        }
        return notes;
    }

    /**
     * One that cannot be opened takes nothing else with it; whoever runs the suite reads of it in the log, of a key that is
     * not here once and not for every part.
     */
    private static <T> Readable<T> readable(@Nullable SealedPart part, Function<SealedPart, T> open) {
        if (part == null) {
            return Readable.erased();
        }
        try {
            return Readable.of(open.apply(part));
        } catch (KeyNotHereException e) {
            return Readable.cannotBeOpened();
        } catch (CannotBeOpenedException e) {
            LOG.errorf("Part %s of item %s cannot be opened", part.id.part(), part.id.itemId());
            return Readable.cannotBeOpened();
        }
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
            throw new CannotBeOpenedException("Kept content is not readable as " + type.getSimpleName());
        }
    }

    private byte[] open(SealedPart part) {
        return vault.open(binding(part.practice, part.id), part.sealed());
    }

    private static Binding binding(String practice, PartId place) {
        return new Binding(practice, place.itemId(), place.part());
    }
}
