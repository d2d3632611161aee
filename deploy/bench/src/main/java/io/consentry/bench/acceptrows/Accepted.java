package io.consentry.bench.acceptrows;

import java.io.IOException;

/** What the gateway answers when it accepted a message. */
public final class Accepted {

    private static final String ID = "{\"id\":\"";
    private static final int LENGTH_OF_ID = 36;

    private Accepted() {}

    /**
     * The id that the message was given.
     *
     * @throws IOException when it was answered otherwise
     */
    public static String idIn(String answer) throws IOException {
        if (!answer.startsWith(ID) || !answer.contains("\"status\":\"pending\"")) {
            throw new IOException("Not accepted as it should be: " + answer);
        }
        return answer.substring(ID.length(), ID.length() + LENGTH_OF_ID);
    }
}
