package io.consentry.web.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * What a refusal means to the person who meets it, in words kept beside the types in {@code explanations.properties}.
 *
 * @param meaning what has happened
 * @param remedy what the caller can do about it
 */
public record ProblemExplanation(String meaning, String remedy) {

    private static final Properties TEXTS = read();

    /** The explanation of this type; empty only where somebody forgot to write one, which a test finds. */
    public static Optional<ProblemExplanation> of(ProblemType type) {
        String meaning = TEXTS.getProperty(type.slug() + ".meaning");
        String remedy = TEXTS.getProperty(type.slug() + ".remedy");
        return meaning == null || remedy == null
                ? Optional.empty()
                : Optional.of(new ProblemExplanation(meaning, remedy));
    }

    private static Properties read() {
        try (InputStream file = Objects.requireNonNull(
                ProblemExplanation.class.getResourceAsStream("explanations.properties"), "explanations.properties")) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
