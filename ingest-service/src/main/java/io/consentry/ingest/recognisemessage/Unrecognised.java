package io.consentry.ingest.recognisemessage;

import io.consentry.ingest.keepmessage.Fingerprints;
import io.consentry.ingest.keepmessage.MessageKey;
import io.consentry.ingest.readmessage.DocumentIdentity;
import java.util.List;

/**
 * A message of which it is to be found out what is known.
 *
 * @param practice ODS code
 * @param document as the message names it and what it replaces
 * @param systems names of the system that made it, any of which may be suspended
 */
public record Unrecognised(
        MessageKey key, String practice, DocumentIdentity document, Fingerprints prints, List<String> systems) {}
