package io.consentry.ingest.receivemessage;

import io.consentry.ingest.readmessage.UpdateRecord;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.dstu3.model.MessageHeader.MessageSourceComponent;
import org.jspecify.annotations.Nullable;

/**
 * The system that made a message, as far as its header says and as it can be kept: printable, of bearable length.
 *
 * @param source all of it in one line, for people; empty where the header says nothing
 * @param names by which it can be suspended: its software, that with its version, its endpoint
 */
record MakingSystem(String source, List<String> names) {

    private static final int LONGEST = 255;

    static MakingSystem of(UpdateRecord message) {
        MessageSourceComponent made =
                message.header().map(header -> header.resource().getSource()).orElseGet(MessageSourceComponent::new);
        String software = usable(made.getSoftware());
        String release = usable(made.getSoftware() + " " + made.getVersion());
        String endpoint = usable(made.getEndpoint());
        boolean released = made.hasSoftware() && made.hasVersion();
        return new MakingSystem(
                usable(String.join(" ", released ? release : software, endpoint)),
                Stream.of(software, released ? release : "", endpoint)
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    private static String usable(@Nullable String text) {
        String printable = text == null ? "" : text.replaceAll("\\p{C}", "").strip();
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST);
    }
}
