package io.consentry.consultation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One consultation at a pharmacy, as read from an Update Record message.
 *
 * @param service key of the service in the catalogue
 * @param title the document's own title
 * @param date FHIR date or dateTime of the consultation, with the precision that was sent
 * @param patient whom it is about
 * @param pharmacy who provided it
 * @param practitioner who saw the patient, absent where the message names nobody
 * @param entries every part that can be filed or left out, in the order of the message
 * @param flags what the safeguards noticed
 * @param notRead FHIR paths of what an allowed resource held and this model has no place for; it stays in the original
 * @param details what else was sent about the encounter, such as its outcome
 */
public record Consultation(
        String service,
        @Nullable String title,
        @Nullable String date,
        Patient patient,
        Pharmacy pharmacy,
        @Nullable Practitioner practitioner,
        List<Entry> entries,
        List<Flag> flags,
        List<String> notRead,
        List<Detail> details) {

    public Consultation {
        entries = Lists.orEmpty(entries);
        flags = Lists.orEmpty(flags);
        notRead = Lists.orEmpty(notRead);
        details = Lists.orEmpty(details);
    }

    /** A consultation about which nothing more was sent. */
    public Consultation(
            String service,
            @Nullable String title,
            @Nullable String date,
            Patient patient,
            Pharmacy pharmacy,
            @Nullable Practitioner practitioner,
            List<Entry> entries,
            List<Flag> flags,
            List<String> notRead) {
        this(service, title, date, patient, pharmacy, practitioner, entries, flags, notRead, List.of());
    }

    /** The same consultation with what the safeguards noticed. */
    public Consultation with(List<Flag> flags) {
        return new Consultation(
                service, title, date, patient, pharmacy, practitioner, entries, flags, notRead, details);
    }

    /** Names no patient: a log line may hold it. */
    @Override
    public String toString() {
        return "Consultation[" + service + ", " + entries.size() + " entries, " + flags.size() + " flags]";
    }
}
