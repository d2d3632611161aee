package io.consentry.gateway.console.replayhistory;

import io.consentry.gateway.console.callsuite.SuiteApi;
import io.consentry.gateway.console.frame.Frame;
import io.consentry.gateway.console.frame.Frames;
import io.consentry.gateway.console.moveswitch.Happened;
import io.consentry.web.ods.OdsCode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** One practice's story, from its first decision to its last, with the attempts of others among them. */
@Path("/console/story")
@PermitAll
@Blocking
@Produces(MediaType.TEXT_HTML)
public class StoryResource {

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance story(
                Frame frame, String practice, List<Happened> history, @Nullable String problem);

        private Templates() {}
    }

    private final SuiteApi suite;
    private final Frames frames;

    StoryResource(SuiteApi suite, Frames frames) {
        this.suite = suite;
        this.frames = frames;
    }

    @GET
    public TemplateInstance story(@RestQuery @Nullable String practice) {
        String asked = practice == null ? "" : practice.strip();
        if (asked.isEmpty() || !OdsCode.isValid(asked)) {
            String problem = asked.isEmpty() ? null : "An ODS code is 3 to 12 upper-case letters and digits.";
            return Templates.story(frames.frame(), asked, List.of(), problem);
        }
        List<Happened> history = suite.get("/practices/" + asked + "/consent/history?limit=500")
                .as(Happened.Page.class)
                .events();
        return Templates.story(frames.frame(), asked, history, null);
    }
}
