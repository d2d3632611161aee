package io.consentry.gateway.console.frame;

import io.consentry.gateway.console.signin.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page shows around its own content.
 *
 * @param session who looks at it; null before the sign-in
 * @param formKey for every form of the page
 * @param menu where this person can go
 */
public record Frame(
        @Nullable Session session, String formKey, List<MenuItem> menu, String stylesheet, String script, String icon) {

    /** One way to go. */
    public record MenuItem(String address, String text, boolean current) {}
}
