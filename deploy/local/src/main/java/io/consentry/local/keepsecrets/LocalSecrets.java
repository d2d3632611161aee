package io.consentry.local.keepsecrets;

import io.consentry.local.place.Home;
import io.consentry.postgres.DurablePostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.UUID;

/**
 * The secrets of one sandbox. They are random, made at first use and never leave the machine.
 *
 * @param databasePassword of every database role of the services
 * @param encryptionKeys the file of keys that wrap the data keys of clinical content
 * @param identity signs people's and pharmacies' tokens
 * @param services signs the services' own tokens
 * @param consoleKey base64 of the 256 bit key that seals the console's sessions
 */
public record LocalSecrets(
        String databasePassword, EncryptionKeys encryptionKeys, KeyPair identity, KeyPair services, String consoleKey) {

    private static final int RSA_BITS = 2048;
    private static final int KEY_BYTES = 32;

    /** Reads the secrets of a home that every suite needs, and makes those that are missing. */
    public static LocalSecrets of(Home home) throws IOException {
        return new LocalSecrets(
                file(home, "database-password").readOrMake(LocalSecrets::randomWord),
                EncryptionKeys.of(home),
                identity(home),
                keyPair(file(home, "services-key").readOrMake(LocalSecrets::randomRsaKey)),
                file(home, "console-key").readOrMake(LocalSecrets::randomKey));
    }

    /**
     * The password of the administrator of the sandbox's own PostgreSQL. Made only where there is no server yet that wants
     * another: it would be asked with the new one until everybody had lost patience.
     *
     * @throws IOException also when it is missing and no other can replace it; the message says what to do
     */
    public static String databaseAdminPassword(Home home) throws IOException {
        SecretFile file = file(home, "database-admin-password");
        if (!Files.exists(file.path())
                && Files.exists(home.postgresComplete())
                && DurablePostgres.asksForPasswords(home.postgresData())) {
            throw new IOException("The password of PostgreSQL's administrator is missing, the file " + file.path()
                    + ". Put it back from a copy. Where there is none, write trust in the place of scram-sha-256 in "
                    + home.postgresData().resolve("pg_hba.conf")
                    + ": the next start then gives the administrator a new password, and asks for it again");
        }
        return file.readOrMake(LocalSecrets::randomWord);
    }

    /** Tells this home from every other, wherever it is moved to. No secret. */
    public static String homeId(Home home) throws IOException {
        return new SecretFile(home.directory().resolve("home-id"))
                .readOrMake(() -> UUID.randomUUID().toString());
    }

    /** The key that signs people's tokens, without the rest. */
    public static KeyPair identity(Home home) throws IOException {
        return keyPair(file(home, "identity-key").readOrMake(LocalSecrets::randomRsaKey));
    }

    public static String base64(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    public static String base64(PrivateKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    static SecretFile file(Home home, String name) {
        return new SecretFile(home.secrets().resolve(name));
    }

    private static String randomWord() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes());
    }

    static String randomKey() {
        return Base64.getEncoder().encodeToString(randomBytes());
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String randomRsaKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            return base64(generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no RSA", e);
        }
    }

    private static KeyPair keyPair(String base64Pkcs8) throws IOException {
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            byte[] encoded = Base64.getDecoder().decode(base64Pkcs8);
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new KeyPair(
                    rsa.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())), key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("A key among the sandbox's secrets is damaged: " + e.getMessage(), e);
        }
    }

    /** Says nothing of what it holds. */
    @Override
    public String toString() {
        return "LocalSecrets";
    }
}
