package io.consentry.gateway.console.moveswitch;

import io.consentry.gateway.console.callsuite.SuiteAnswer;
import io.consentry.gateway.console.callsuite.SuiteApi;
import io.consentry.gateway.console.correspond.Letters;
import io.consentry.gateway.console.frame.Frame;
import io.consentry.gateway.console.frame.Frames;
import io.consentry.gateway.console.signin.CurrentSession;
import io.consentry.web.caller.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the practice takes, said in one sentence; who decided it; and the forms to change it. */
@Path("/console/switch")
@PermitAll
@Blocking
@Produces(MediaType.TEXT_HTML)
public class SwitchResource {

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance switches(
                Frame frame,
                Switches state,
                String version,
                List<SwitchCard> cards,
                List<Happened> history,
                List<Happened> attempts,
                List<Planned> planned,
                List<Holders.Holder> holders,
                List<String> reasons,
                boolean mayDecide,
                long waiting,
                boolean kept,
                @Nullable MoveRefused refused);

        private Templates() {}
    }

    private final SuiteApi suite;
    private final CurrentSession session;
    private final Frames frames;

    SwitchResource(SuiteApi suite, CurrentSession session, Frames frames) {
        this.suite = suite;
        this.session = session;
        this.frames = frames;
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String refused, @RestQuery @Nullable String kept) {
        String consent = "/practices/" + session.get().ods() + "/consent";
        SuiteAnswer state = suite.get(consent);
        Switches switches = state.as(Switches.class);
        List<Happened> history = History.read(suite, session.get().ods());
        Map<Long, Happened> decided = history.stream()
                .collect(Collectors.toMap(Happened::position, Function.identity(), (first, same) -> first));
        return Templates.switches(
                frames.frame(),
                switches,
                state.etag().replace("\"", ""),
                SwitchCard.of(switches, decided),
                history,
                history.stream().filter(Happened::isAttempt).toList(),
                suite.get(consent + "/scheduled").as(Planned.All.class).scheduled(),
                suite.get("/practices/" + session.get().ods() + "/mandates")
                        .as(Holders.class)
                        .mandates(),
                MoveSwitchResource.REASONS,
                session.get().has(Role.DATA_CONTROLLER),
                Letters.waitingFor(suite, session.get()),
                kept != null,
                MoveRefused.named(refused));
    }
}
