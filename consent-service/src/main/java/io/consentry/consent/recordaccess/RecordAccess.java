package io.consentry.consent.recordaccess;

import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.request.CurrentRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps who asks for what of the log. Where it cannot be kept, nothing is answered. */
@Provider
@ReadsTheLog
class RecordAccess implements ContainerRequestFilter {

    /** Only what is asked by these names, and only in plain characters: no text of the caller is kept. */
    private static final List<String> ASKED = List.of("practice", "after", "from", "to", "at", "position", "redact");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9:.+-]{1,40}");

    /** What the log is read as, beside pages. */
    private static final Set<String> FORMS = Set.of("application/x-ndjson", "text/csv", "text/event-stream", "text/*");

    private static final Set<String> PAGES = Set.of("application/json", "application/*", "*/*");

    private final CurrentCaller currentCaller;
    private final CurrentRequest currentRequest;
    private final Accesses accesses;

    RecordAccess(CurrentCaller currentCaller, CurrentRequest currentRequest, Accesses accesses) {
        this.currentCaller = currentCaller;
        this.currentRequest = currentRequest;
        this.accesses = accesses;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Map<String, String> asked = new TreeMap<>();
        for (String name : ASKED) {
            keep(asked, name, request.getUriInfo().getQueryParameters().getFirst(name));
        }
        request.getUriInfo().getPathParameters().forEach((name, values) -> keep(asked, name, values.get(0)));
        form(request).ifPresent(form -> asked.put("as", form));
        accesses.keep(currentCaller.get(), request.getMethod() + " " + template(request), asked, currentRequest.id());
    }

    /** The form that is wanted most of those that there are, unless it is pages. */
    private static Optional<String> form(ContainerRequestContext request) {
        return request.getAcceptableMediaTypes().stream()
                .map(type -> (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT))
                .filter(form -> FORMS.contains(form) || PAGES.contains(form))
                .findFirst()
                .filter(FORMS::contains);
    }

    private static void keep(Map<String, String> asked, String name, @Nullable String value) {
        if (value != null && PLAIN.matcher(value).matches()) {
            asked.put(name, value);
        }
    }

    /** The path with its parameters by name. */
    private static String template(ContainerRequestContext request) {
        String path = "/" + request.getUriInfo().getPath().replaceFirst("^/", "");
        for (Map.Entry<String, List<String>> parameter :
                request.getUriInfo().getPathParameters().entrySet()) {
            path = path.replace("/" + parameter.getValue().get(0), "/{" + parameter.getKey() + "}");
        }
        return path;
    }
}
