package io.consentry.gateway.console.worklist;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.consentry.gateway.console.callsuite.SuiteApi;
import io.consentry.gateway.console.frame.Frame;
import io.consentry.gateway.console.frame.Frames;
import io.consentry.gateway.console.signin.CurrentSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Files several items in one act, and says of each what became of it. */
@Path("/console/worklist/file")
@PermitAll
@Blocking
@Produces(MediaType.TEXT_HTML)
public class FileTogetherResource {

    private static final Pattern TICKED = Pattern.compile("([A-Za-z0-9-]{1,64}):([0-9]{1,18})");

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance together(Frame frame, Results all, Map<String, WorklistRow> left);

        private Templates() {}
    }

    /** What became of all that were ticked. */
    @RegisterForReflection
    record Results(List<Result> results) {

        public long filed() {
            return results.stream().filter(Result::isFiled).count();
        }

        public List<Result> refused() {
            return results.stream().filter(result -> !result.isFiled()).toList();
        }
    }

    /** What became of one. */
    @RegisterForReflection
    record Result(
            String id,
            @Nullable String status,
            @Nullable String problem,
            @Nullable String detail) {

        boolean isFiled() {
            return problem == null;
        }
    }

    private final SuiteApi suite;
    private final CurrentSession session;
    private final Frames frames;

    FileTogetherResource(SuiteApi suite, CurrentSession session, Frames frames) {
        this.suite = suite;
        this.session = session;
        this.frames = frames;
    }

    @POST
    public TemplateInstance file(@RestForm @Nullable List<String> items) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        ArrayNode seen = request.putArray("items");
        for (String ticked : items == null ? List.<String>of() : items) {
            Matcher item = TICKED.matcher(ticked);
            if (item.matches()) {
                seen.addObject().put("id", item.group(1)).put("version", Long.parseLong(item.group(2)));
            }
        }
        Results results = seen.isEmpty()
                ? new Results(List.of())
                : suite.post(practice() + "/filings", request).as(Results.class);
        return Templates.together(frames.frame(), results, left(results));
    }

    /** Those that still wait, from the list: to read them one by one would count as having opened them. */
    private Map<String, WorklistRow> left(Results results) {
        return results.refused().isEmpty()
                ? Map.of()
                : suite.get(practice() + "/items?status=pending&limit=500").as(WorklistPage.class).items().stream()
                        .collect(Collectors.toMap(WorklistRow::id, Function.identity()));
    }

    private String practice() {
        return "/practices/" + session.get().ods();
    }
}
