package io.consentry.testing;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * A line to PostgreSQL on which everything that is asked is heard.
 *
 * <p>Answers are kept for a moment. What is asked meanwhile did not wait for them: that is how questions sent together are
 * told from questions asked one after the other.
 */
public final class OverheardDatabase implements Closeable {

    private static final long KEPT_MILLIS = 10;

    private final ServerSocket here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int databasePort;
    private final List<AskedTogether> heard = new CopyOnWriteArrayList<>();

    private OverheardDatabase(int databasePort) throws IOException {
        this.databasePort = databasePort;
    }

    static OverheardDatabase to(int databasePort) throws IOException {
        OverheardDatabase line = new OverheardDatabase(databasePort);
        start("overheard-database", line::accept);
        return line;
    }

    int port() {
        return here.getLocalPort();
    }

    /** Forgets what was heard. */
    public void forget() {
        heard.clear();
    }

    /** What was asked in the meantime, transaction by transaction, each when it ended. */
    public List<AskedTogether> heard() {
        return List.copyOf(heard);
    }

    /** The same without the transactions that ask nothing but these: what the service also asks while nobody wants anything. */
    public List<AskedTogether> heardBeside(Set<String> statements) {
        return heard.stream()
                .filter(asked -> !statements.containsAll(asked.statements()))
                .toList();
    }

    /** Every statement that was asked. */
    public Set<String> statementsHeard() {
        return heard.stream().flatMap(asked -> asked.statements().stream()).collect(Collectors.toSet());
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = here.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), databasePort);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Conversation conversation = new Conversation(heard::add);
            start("asked", () -> {
                try (client;
                        server) {
                    pass(conversation, new DataInputStream(client.getInputStream()), server.getOutputStream());
                }
            });
            start("answered", () -> {
                try (client;
                        server) {
                    answer(conversation, new DataInputStream(server.getInputStream()), client.getOutputStream());
                }
            });
        }
    }

    /** Messages of the protocol: a kind, a length that counts itself, and the rest. The first ones have no kind. */
    private static void pass(Conversation conversation, DataInputStream from, OutputStream to) throws IOException {
        boolean begun = false;
        while (true) {
            int kind = begun ? from.readUnsignedByte() : 0;
            int length = from.readInt();
            byte[] rest = from.readNBytes(length - Integer.BYTES);
            byte[] message = Conversation.message(begun, kind, length, rest);
            if (begun) {
                conversation.hear((char) kind, rest);
            } else {
                begun = conversation.begins(rest);
            }
            to.write(message);
            to.flush();
        }
    }

    /** Messages of the same form, but for the one byte that says whether the line may be encrypted. */
    private static void answer(Conversation conversation, DataInputStream from, OutputStream to) throws IOException {
        while (true) {
            int kind = from.readUnsignedByte();
            if (conversation.isAnswerAboutEncryption()) {
                to.write(kind);
                to.flush();
                continue;
            }
            int length = from.readInt();
            byte[] message = Conversation.message(true, kind, length, from.readNBytes(length - Integer.BYTES));
            if (kind == Conversation.ANSWERED) {
                pause();
                conversation.answered();
            }
            to.write(message);
            to.flush();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(KEPT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void start(String name, Line line) {
        Thread thread = new Thread(
                () -> {
                    try {
                        line.run();
                    } catch (EOFException | SocketException e) {
                        // hung up
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            here.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Line {
        void run() throws IOException;
    }

    /**
     * What was asked in one transaction.
     *
     * @param roundTrips how often the service waited for an answer
     * @param statements in their order, without beginning and ending the transaction
     */
    public record AskedTogether(int roundTrips, List<String> statements) {

        public AskedTogether {
            statements = List.copyOf(statements);
        }
    }
}
