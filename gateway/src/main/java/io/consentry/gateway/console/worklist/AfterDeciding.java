package io.consentry.gateway.console.worklist;

import io.consentry.gateway.console.callsuite.SuiteAnswer;
import io.consentry.gateway.console.frame.Frame;
import io.consentry.gateway.console.frame.Frames;
import io.consentry.gateway.console.settlework.OwnSettings;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees after an act upon an item: its line of the list, exchanged in place; or, without script, the list
 * or the item once more. A refusal leads to the item, where it can be read and mended.
 */
@RequestScoped
public class AfterDeciding {

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance row(Frame frame, WorklistRow row, Instant now, boolean together, String usually);

        static native TemplateInstance rowdone(Frame frame, WorklistRow row, Instant now);

        private Templates() {}
    }

    private final RoutingContext context;
    private final Frames frames;
    private final OwnSettings settings;
    private final Clock clock;

    AfterDeciding(RoutingContext context, Frames frames, OwnSettings settings, Clock clock) {
        this.context = context;
        this.frames = frames;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The answer to the browser.
     *
     * @param from {@code item} where the person is to stay at the item
     */
    public Response show(String id, SuiteAnswer answer, @Nullable String from) {
        boolean inPlace = context.request().getHeader("HX-Request") != null;
        if (answer.status() == 409 || answer.status() == 412 || answer.status() == 422 || answer.status() == 400) {
            String item = "/console/items/" + id + "?refused=" + answer.problem();
            return inPlace ? Response.noContent().header("HX-Redirect", item).build() : to(item);
        }
        WorklistRow row = WorklistRow.of(answer.orRefuse().json());
        if (inPlace) {
            TemplateInstance line = row.isDecided()
                    ? Templates.rowdone(frames.frame(), row, clock.instant())
                    : Templates.row(
                            frames.frame(),
                            row,
                            clock.instant(),
                            false,
                            settings.now().usually(row.service()).inWords());
            return Response.ok(line.render(), MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                    .build();
        }
        String what = row.isPending() ? "undone" : row.status();
        return to(
                "item".equals(from)
                        ? "/console/items/" + id
                        : "/console/worklist?done=" + id + "&what=" + what + "&version=" + row.version() + until(row));
    }

    private static String until(WorklistRow row) {
        return row.finalFrom() == null ? "" : "&until=" + row.finalFrom();
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
