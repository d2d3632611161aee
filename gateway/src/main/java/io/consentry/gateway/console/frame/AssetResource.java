package io.consentry.gateway.console.frame;

import io.consentry.web.problem.ProblemType;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Style, script and icon of the pages; the same for everybody, so the only answers that may be kept. */
@Path("/assets")
@PermitAll
public class AssetResource {

    private final Assets assets;

    AssetResource(Assets assets) {
        this.assets = assets;
    }

    @GET
    @Path("/{name}")
    public Response asset(
            @RestPath String name, @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String understood) {
        Asset asset =
                assets.named(name).orElseThrow(() -> ProblemType.NOT_FOUND.because("No such address is known here."));
        boolean compressed = understood != null && understood.contains("gzip");
        Response.ResponseBuilder answer = Response.ok(compressed ? asset.compressed() : asset.plain())
                .type(asset.kind().mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return (compressed ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer).build();
    }
}
