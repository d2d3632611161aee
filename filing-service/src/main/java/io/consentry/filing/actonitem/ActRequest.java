package io.consentry.filing.actonitem;

import io.consentry.web.ods.OdsCode;
import io.consentry.web.version.IfMatch;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What every request to act on an item says: at which practice, on which item, and which version of it was seen. */
@NullUnmarked // filled from the request before anybody sees it
public class ActRequest {

    @RestPath
    OdsCode ods;

    @RestPath
    String id;

    @RestHeader(HttpHeaders.IF_MATCH)
    @Parameter(description = "The ETag the item was read with")
    @Nullable String ifMatch;

    OdsCode practice() {
        return ods;
    }

    SeenItem seen() {
        return new SeenItem(ods.value(), id, IfMatch.required(ifMatch));
    }
}
