package io.consentry.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line to PostgreSQL that can fall silent: connections stay open, new ones are taken, and nothing passes any more, as
 * where a server is stopped or its machine is gone. Nobody is told, other than where a server closes its connections.
 */
public final class SilentLine implements Closeable {

    private static final int BUFFER = 8192;
    private static final long BETWEEN_LOOKS_MILLIS = 10;

    private final ServerSocket here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Executor threads = StandInThreads.named("silent-line");
    private final AtomicInteger cuts = new AtomicInteger();
    private final int databasePort;
    private volatile boolean silent;
    private volatile int hungUp;
    private volatile boolean closed;

    private SilentLine(int databasePort) throws IOException {
        this.databasePort = databasePort;
    }

    static SilentLine to(int databasePort) throws IOException {
        SilentLine line = new SilentLine(databasePort);
        line.threads.execute(line::accept);
        return line;
    }

    int port() {
        return here.getLocalPort();
    }

    /** From now on nothing passes. */
    public void fallSilent() {
        silent = true;
    }

    /** What was held back passes, and what comes. Forgotten connections are hung up. */
    public void speakAgain() {
        silent = false;
        hungUp = cuts.get();
    }

    /** Whoever is connected now never hears anything again; whoever connects anew does. */
    public void forgetConnections() {
        cuts.incrementAndGet();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = here.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), databasePort);
                int cutsBefore = cuts.get();
                threads.execute(() -> pass(client, server, cutsBefore));
                threads.execute(() -> pass(server, client, cutsBefore));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void pass(Socket from, Socket to, int cutsBefore) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[BUFFER];
            for (int length = in.read(some); length >= 0; length = in.read(some)) {
                while (!closed && hungUp <= cutsBefore && (silent || cuts.get() > cutsBefore)) {
                    Thread.sleep(BETWEEN_LOOKS_MILLIS);
                }
                if (hungUp > cutsBefore) {
                    return;
                }
                out.write(some, 0, length);
            }
        } catch (IOException e) {
            // hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            here.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
