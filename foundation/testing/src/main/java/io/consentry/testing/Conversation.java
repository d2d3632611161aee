package io.consentry.testing;

import io.consentry.testing.OverheardDatabase.AskedTogether;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * What one connection asks, as PostgreSQL's protocol has it: statements are parsed under a name, bound by their name, and a
 * sync, or a simple query, wants an answer. Whoever asks before the answer has come did not wait for it. Used by two
 * threads: one hears what is asked, the other what is answered.
 */
final class Conversation {

    private static final int PROTOCOL_3 = 196_608;

    /** The kind of the message that ends an answer. */
    static final char ANSWERED = 'Z';

    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger askedForEncryption = new AtomicInteger();
    private final Map<String, String> parsed = new HashMap<>();
    private final Consumer<AskedTogether> ended;
    private final List<String> statements = new ArrayList<>();
    private int roundTrips;
    private boolean inTransaction;

    Conversation(Consumer<AskedTogether> ended) {
        this.ended = ended;
    }

    static byte[] message(boolean withKind, int kind, int length, byte[] rest) {
        ByteBuffer message = ByteBuffer.allocate((withKind ? 1 : 0) + Integer.BYTES + rest.length);
        if (withKind) {
            message.put((byte) kind);
        }
        return message.putInt(length).put(rest).array();
    }

    /** Not so with what only asks for encryption. */
    boolean begins(byte[] rest) {
        boolean begins = ByteBuffer.wrap(rest).getInt() == PROTOCOL_3;
        if (!begins) {
            askedForEncryption.incrementAndGet();
        }
        return begins;
    }

    /** Whether what comes next from the server is such an answer; asked once for each. */
    boolean isAnswerAboutEncryption() {
        return askedForEncryption.getAndUpdate(open -> Math.max(0, open - 1)) > 0;
    }

    void hear(char kind, byte[] rest) {
        switch (kind) {
            case 'P' -> parsed.put(text(rest, 0), text(rest, next(rest, 0)));
            case 'B' -> asked(parsed.getOrDefault(text(rest, next(rest, 0)), ""));
            case 'Q' -> {
                asked(text(rest, 0));
                waits();
            }
            case 'S' -> waits();
            default -> {
                // asks nothing by itself
            }
        }
    }

    private void asked(String statement) {
        String start = statement.strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("begin")) {
            inTransaction = true;
        } else if (start.startsWith("commit") || start.equals("rollback")) {
            inTransaction = false;
        } else {
            statements.add(statement);
        }
    }

    private void waits() {
        if (unanswered.getAndIncrement() == 0) {
            roundTrips++;
        }
        if (!inTransaction) {
            if (!statements.isEmpty()) {
                ended.accept(new AskedTogether(roundTrips, statements));
            }
            statements.clear();
            roundTrips = 0;
        }
    }

    /** An answer has gone back. */
    void answered() {
        unanswered.updateAndGet(open -> Math.max(0, open - 1));
    }

    private static String text(byte[] bytes, int from) {
        return new String(bytes, from, next(bytes, from) - 1 - from, StandardCharsets.UTF_8);
    }

    /** Where what follows the text begins. */
    private static int next(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] != 0) {
            at++;
        }
        return at + 1;
    }
}
