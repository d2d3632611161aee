package io.consentry.filing.actonitem;

import io.consentry.web.ods.OdsCode;
import io.consentry.web.prefer.Prefer;
import io.consentry.web.version.IfMatch;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What every request to act on an item says: at which practice, on which item, and which version of it was seen. */
@NullUnmarked // filled from the request before anybody sees it
public class ActRequest {

    /** What is answered where the caller prefers no item. */
    public static final String NO_ITEM = "Done, and shown by the worklist; answered where Prefer says return=minimal";

    @RestPath
    OdsCode ods;

    @RestPath
    String id;

    @RestHeader(HttpHeaders.IF_MATCH)
    @Parameter(description = "The ETag the item was read with")
    @Nullable String ifMatch;

    @RestHeader("Prefer")
    @Parameter(description = "return=minimal for 204 with the new ETag, instead of all of the item (RFC 7240)")
    List<String> prefer;

    OdsCode practice() {
        return ods;
    }

    boolean prefersNoItem() {
        return Prefer.minimal(prefer);
    }

    SeenItem seen() {
        return new SeenItem(ods.value(), id, IfMatch.required(ifMatch));
    }
}
