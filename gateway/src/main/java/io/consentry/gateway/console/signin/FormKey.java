package io.consentry.gateway.console.signin;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A word in every form that only the person's own pages hold, so that no page of somebody else can send one for them.
 *
 * <p>Made from who the person is and not from their token: a token that is renewed while a form is open must not make
 * the form worthless.
 */
@Singleton
public class FormKey {

    /** The name of the field that carries it. */
    public static final String FIELD = "formKey";

    private final ConsoleKey key;

    FormKey(ConsoleKey key) {
        this.key = key;
    }

    /** The word for this person's forms. */
    public String of(Session session) {
        return key.mark(
                String.join("\n", session.id(), session.ods(), session.roles().toString()));
    }

    boolean fits(Session session, @Nullable String word) {
        return word != null
                && MessageDigest.isEqual(
                        of(session).getBytes(StandardCharsets.UTF_8), word.getBytes(StandardCharsets.UTF_8));
    }
}
