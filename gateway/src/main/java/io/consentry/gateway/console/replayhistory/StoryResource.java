package io.consentry.gateway.console.replayhistory;

import io.consentry.gateway.console.callsuite.SuiteApi;
import io.consentry.gateway.console.frame.Frame;
import io.consentry.gateway.console.frame.Frames;
import io.consentry.gateway.console.moveswitch.Happened;
import io.consentry.gateway.console.moveswitch.History;
import io.consentry.web.ods.OdsCode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
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
                Frame frame, String practice, List<Happened> history, @Nullable Bands bands, @Nullable String problem);

        private Templates() {}
    }

    private final SuiteApi suite;
    private final Frames frames;
    private final Clock clock;

    StoryResource(SuiteApi suite, Frames frames, Clock clock) {
        this.suite = suite;
        this.frames = frames;
        this.clock = clock;
    }

    @GET
    public TemplateInstance story(@RestQuery @Nullable String practice) {
        String asked = practice == null ? "" : practice.strip();
        if (asked.isEmpty() || !OdsCode.isValid(asked)) {
            String problem = asked.isEmpty() ? null : "An ODS code is 3 to 12 upper-case letters and digits.";
            return Templates.story(frames.frame(), asked, List.of(), null, problem);
        }
        List<Happened> history = History.read(suite, asked);
        return Templates.story(
                frames.frame(), asked, history, history.isEmpty() ? null : Bands.of(history, clock.instant()), null);
    }
}
