package io.consentry.bench.gatewayrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A proxy to compare with, as a process of its own. */
final class OtherProxy implements AutoCloseable {

    private static final long LONGEST_START_MILLIS = 20_000;

    private final String name;
    private final Process process;
    private final int port;

    private OtherProxy(String name, List<String> command, int port) throws IOException, InterruptedException {
        this.name = name;
        this.port = port;
        this.process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitListening();
    }

    /** The bare Vert.x proxy, with a service's settings. */
    static OtherProxy bare(int origin) throws IOException, InterruptedException {
        int port = freePort();
        return new OtherProxy(
                "bare Vert.x proxy",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareProxy.class.getName(),
                        Integer.toString(port),
                        Integer.toString(origin)),
                port);
    }

    /** nginx, where it is installed. */
    static Optional<OtherProxy> nginx(int origin, Path directory) throws IOException, InterruptedException {
        Optional<Path> program = Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        int port = freePort();
        Files.createDirectories(directory);
        Path file = Files.writeString(directory.resolve("nginx.conf"), configuration(port, origin));
        return Optional.of(new OtherProxy(
                "nginx", List.of(program.get().toString(), "-p", directory.toString(), "-c", file.toString()), port));
    }

    private static String configuration(int port, int origin) {
        return """
                daemon off;
                worker_processes auto;
                pid nginx.pid;
                error_log stderr;
                events { worker_connections 512; }
                http {
                    access_log off;
                    client_body_buffer_size 64k;
                    keepalive_requests 100000000;
                    upstream origin { server 127.0.0.1:%d; keepalive 64; keepalive_requests 100000000; }
                    server {
                        listen 127.0.0.1:%d;
                        location / { proxy_pass http://origin; proxy_http_version 1.1; proxy_set_header Connection ""; }
                    }
                }
                """.formatted(origin, port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private void awaitListening() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_START_MILLIS);
        while (process.isAlive() && System.nanoTime() < deadline) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        close();
        throw new IOException("The proxy to compare with did not start");
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
