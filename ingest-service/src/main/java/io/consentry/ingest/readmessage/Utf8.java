package io.consentry.ingest.readmessage;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** FHIR is exchanged in UTF-8; anything else would be read wrongly in silence. */
final class Utf8 {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char STANDS_FOR_WHAT_IS_WRONG = '\uFFFD';

    private Utf8() {}

    static String decode(byte[] bytes) throws UnreadableMessageException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(STANDS_FOR_WHAT_IS_WRONG) >= 0) {
            requireThatItWasSent(bytes);
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** The character may have been sent as such. The decoder that tells takes several times as long as the one that does not. */
    private static void requireThatItWasSent(byte[] bytes) throws UnreadableMessageException {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new UnreadableMessageException("The message is not valid UTF-8.");
        }
    }
}
