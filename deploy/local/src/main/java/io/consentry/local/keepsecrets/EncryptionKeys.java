package io.consentry.local.keepsecrets;

import io.consentry.local.place.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys that wrap the data keys of clinical content, in the file that the services read: one a line, the first wraps,
 * and a second one may still unwrap while keys are being rotated.
 */
public final class EncryptionKeys {

    private final SecretFile file;

    private EncryptionKeys(SecretFile file) {
        this.file = file;
    }

    /** Those of a home, made where it has none. A home that is older than the file keeps its key. */
    public static EncryptionKeys of(Home home) throws IOException {
        Path older = home.secrets().resolve("encryption-key");
        String key = Files.exists(older) ? Files.readString(older).strip() : LocalSecrets.randomKey();
        SecretFile file = LocalSecrets.file(home, "encryption-keys");
        file.readOrMake(() -> "primary=" + key);
        Files.deleteIfExists(older);
        return new EncryptionKeys(file);
    }

    /** Where they lie. */
    public Path path() {
        return file.path();
    }

    /** Whether a rotation was begun and not ended. */
    public boolean isBeingRotated() throws IOException {
        return lines().size() > 1;
    }

    /** Puts a new key before the others. */
    public void begin(String name) throws IOException {
        file.replace(name + "=" + LocalSecrets.randomKey() + "\n" + String.join("\n", lines()));
    }

    /** The name of the key that wraps. */
    public String current() throws IOException {
        String first = lines().get(0);
        return first.substring(0, first.indexOf('='));
    }

    /** Leaves only the first: nothing is wrapped by another any more. What there was can be given to {@link #restore}. */
    public String end() throws IOException {
        List<String> all = lines();
        file.replace(all.get(0));
        return String.join("\n", all);
    }

    /** Brings back what {@link #end} took away, behind what has come since. */
    public void restore(String all) throws IOException {
        file.replace(Stream.concat(lines().stream(), all.lines()).distinct().collect(Collectors.joining("\n")));
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file.path()).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** Says nothing of what it holds. */
    @Override
    public String toString() {
        return "EncryptionKeys";
    }
}
