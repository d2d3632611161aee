package io.consentry.bench.callservice;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept connection of HTTP/1.1, for one thread: a request is a write, an answer a read. */
public final class HttpConnection implements Closeable {

    private final Socket socket;
    private final OutputStream out;
    private final BufferedBytes in;

    /** Connects to a port of this machine. */
    public HttpConnection(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        this.out = socket.getOutputStream();
        this.in = new BufferedBytes(socket.getInputStream());
    }

    /** The bytes of a request that is sent again and again. */
    public static byte[] request(String method, String path, String token, String headers, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n"
                + headers + (method.equals("GET") ? "" : "Content-Length: " + content.length + "\r\n") + "\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Sends a request; the body must be read to its end before the next.
     *
     * @throws IOException also when the status is not 200
     */
    public InputStream send(byte[] request) throws IOException {
        return send(request, 200);
    }

    /**
     * Sends a request that has another answer than 200; the body must be read to its end before the next.
     *
     * @throws IOException also when the status is another
     */
    public InputStream send(byte[] request, int wanted) throws IOException {
        out.write(request);
        String status = in.line();
        boolean chunked = false;
        long length = 0;
        for (String header = in.line(); !header.isEmpty(); header = in.line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(
                        header.substring("content-length:".length()).strip());
            }
        }
        InputStream body = new HttpBody(in, chunked, length);
        if (!status.startsWith("HTTP/1.1 " + wanted)) {
            throw new IOException(status + " " + new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
        return body;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
