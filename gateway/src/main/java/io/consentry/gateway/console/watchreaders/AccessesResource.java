package io.consentry.gateway.console.watchreaders;

import io.consentry.gateway.console.callsuite.SuiteApi;
import io.consentry.gateway.console.frame.Frame;
import io.consentry.gateway.console.frame.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Every reading of the log, in order, from any one on. */
@Path("/console/accesses")
@PermitAll
@Blocking
@Produces(MediaType.TEXT_HTML)
public class AccessesResource {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance accesses(Frame frame, Access.Page page, String after);

        private Templates() {}
    }

    private final SuiteApi suite;
    private final Frames frames;

    AccessesResource(SuiteApi suite, Frames frames) {
        this.suite = suite;
        this.frames = frames;
    }

    @GET
    public TemplateInstance list(@RestQuery @Nullable String after) {
        String from = after != null && NUMBER.matcher(after).matches() ? after : "0";
        return Templates.accesses(
                frames.frame(),
                suite.get("/audit/accesses?limit=100&next=" + from).as(Access.Page.class),
                from);
    }
}
