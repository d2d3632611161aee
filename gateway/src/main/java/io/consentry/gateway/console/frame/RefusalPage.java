package io.consentry.gateway.console.frame;

import io.consentry.gateway.console.refuse.PageRefused;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Shows what was refused as a page, to people who look at pages. */
@ApplicationScoped
class RefusalPage {

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance refusal(Frame frame, String heading, String detail, String problem);

        private Templates() {}
    }

    private final Frames frames;

    RefusalPage(Frames frames) {
        this.frames = frames;
    }

    @ServerExceptionMapper
    public Response show(PageRefused refused) {
        return refused.status() == 401
                ? Response.seeOther(URI.create("/console/sign-in")).build()
                : page(refused.status(), refused.detail(), refused.problem());
    }

    Response page(int status, @Nullable String detail, String problem) {
        String heading =
                switch (status) {
                    case 403 -> "This is not yours to do";
                    case 404 -> "There is nothing here";
                    case 409, 412 -> "Somebody was faster, or this cannot be done any more";
                    case 429 -> "Too much at once";
                    default -> status >= 500 ? "A part of the suite is not answering" : "This was not understood";
                };
        String text = detail == null ? "" : detail;
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .entity(Templates.refusal(frames.frame(), heading, text, problem)
                        .render())
                .build();
    }
}
