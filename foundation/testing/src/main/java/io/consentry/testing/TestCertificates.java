package io.consentry.testing;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Keys and certificates made for one test run with the JDK's own tool, each trusted only by who is told to. */
public final class TestCertificates {

    /** Of every store. */
    public static final String PASSWORD = "test-only";

    private final Path folder;

    private TestCertificates(Path folder) {
        this.folder = folder;
    }

    /** A certificate for each of these names, good for this machine. */
    public static TestCertificates of(String... names) {
        try {
            TestCertificates made = new TestCertificates(Files.createTempDirectory("consentry-certificates-"));
            for (String name : names) {
                made.make(name);
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PKCS#12 store with the key and the certificate of this name. */
    public Path keyOf(String name) {
        return folder.resolve(name + ".p12");
    }

    /** A PKCS#12 store that trusts the certificates of these names and nothing else. */
    public Path trusting(String... names) {
        Path store = folder.resolve("trusts-" + String.join("-", names) + ".p12");
        for (String name : Files.exists(store) ? new String[0] : names) {
            keytool(
                    "-importcert",
                    "-noprompt",
                    "-alias",
                    name,
                    "-file",
                    certificate(name),
                    "-keystore",
                    store.toString());
        }
        return store;
    }

    /** The settings of a TLS configuration of this name, which shows one certificate and trusts another. */
    public Map<String, String> settings(String name, String own, String trusted) {
        String prefix = "quarkus.tls." + name + ".";
        return Map.of(
                prefix + "key-store.p12.path",
                keyOf(own).toString(),
                prefix + "key-store.p12.password",
                PASSWORD,
                prefix + "trust-store.p12.path",
                trusting(trusted).toString(),
                prefix + "trust-store.p12.password",
                PASSWORD);
    }

    /** For a client that trusts this name, and shows the certificate of another one if it has any. */
    public SSLContext client(String trusted, @Nullable String own) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(load(trusting(trusted)));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own == null ? new KeyManager[0] : keyManagers(own), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server that shows this certificate, and gives this JSON to whoever shows the other. */
    public HttpsServer server(String own, String trusted, String answer) {
        byte[] content = answer.getBytes(StandardCharsets.UTF_8);
        try {
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(client(trusted, own)) {
                @Override
                public void configure(HttpsParameters parameters) {
                    SSLParameters required = getSSLContext().getDefaultSSLParameters();
                    required.setNeedClientAuth(true);
                    parameters.setSSLParameters(required);
                }
            });
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content);
                exchange.close();
            });
            server.setExecutor(StandInThreads.named("stand-in"));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a server is, by the name that its certificate is good for. */
    public static URI address(HttpsServer server) {
        return URI.create("https://localhost:" + server.getAddress().getPort());
    }

    private KeyManager[] keyManagers(String own) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(load(keyOf(own)), PASSWORD.toCharArray());
        return keys.getKeyManagers();
    }

    private static KeyStore load(Path file) throws GeneralSecurityException {
        try (InputStream content = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(content, PASSWORD.toCharArray());
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(String name) {
        String store = keyOf(name).toString();
        keytool(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-keystore",
                store);
        keytool("-exportcert", "-rfc", "-alias", name, "-file", certificate(name), "-keystore", store);
    }

    private String certificate(String name) {
        return folder.resolve(name + ".pem").toString();
    }

    private static void keytool(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        try {
            Process keytool =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
