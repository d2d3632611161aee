package io.consentry.gateway.console.frame;

import io.consentry.gateway.console.frame.Asset.Kind;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The console's stylesheet, script and icon, made once at start, each under a name that changes with its content. */
@Singleton
class Assets {

    // The design system's own font and crest are licensed to its government's services alone.
    private static final Pattern FONT_FACES = Pattern.compile("@font-face\\{[^}]*}");
    private static final Pattern CREST = Pattern.compile("url\\([^)]*govuk-crest\\.svg[^)]*\\)");
    private static final Pattern LICENSED_FONT = Pattern.compile("GDS Transport,arial,sans-serif");
    private static final String FREE_FONTS = "system-ui,-apple-system,Segoe UI,Roboto,Arial,sans-serif";

    private final Asset stylesheet = Asset.of("console", Kind.STYLE, withoutLicensedParts() + read("console.css"));
    private final Asset script = Asset.of("htmx", Kind.SCRIPT, read("vendor/htmx.min.js"));
    private final Asset icon = Asset.of("icon", Kind.ICON, read("icon.svg"));
    private final Map<String, Asset> byName =
            List.of(stylesheet, script, icon).stream().collect(Collectors.toMap(Asset::name, Function.identity()));

    Optional<Asset> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    String stylesheet() {
        return stylesheet.path();
    }

    String script() {
        return script.path();
    }

    String icon() {
        return icon.path();
    }

    private static String withoutLicensedParts() {
        String whole = read("vendor/govuk-frontend.min.css");
        String unfaced = FONT_FACES.matcher(whole).replaceAll("");
        String uncrested = CREST.matcher(unfaced).replaceAll("none");
        return LICENSED_FONT.matcher(uncrested).replaceAll(FREE_FONTS);
    }

    private static String read(String name) {
        try (InputStream resource =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("console/" + name)) {
            if (resource == null) {
                throw new IllegalStateException("console/" + name + " is missing from the gateway");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
