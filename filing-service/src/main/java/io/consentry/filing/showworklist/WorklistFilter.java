package io.consentry.filing.showworklist;

import io.consentry.filing.item.ItemStatus;
import io.consentry.filing.telltime.AskedTime;
import io.consentry.web.ods.OdsCode;
import io.consentry.web.problem.ProblemType;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which items of a practice to show. */
public class WorklistFilter {

    private static final String ALL = "all";
    private static final Pattern SERVICE_KEY = Pattern.compile("[a-z0-9-]{1,64}");

    @RestQuery
    @DefaultValue("pending")
    @Parameter(
            description = "One or several, by comma: pending, filed, filed-with-changes, rejected, replaced; or all.")
    String status = "pending";

    @RestQuery
    @Nullable @Parameter(description = "Key of a service, such as pharmacy-first.")
    String service;

    @RestQuery
    @Nullable @Parameter(description = "ODS code of the sender.", schema = @Schema(pattern = OdsCode.PATTERN))
    String pharmacy;

    @RestQuery
    @Nullable @Parameter(description = "Only items with flags, or only items without.")
    Boolean flagged;

    @RestQuery
    @Nullable @Parameter(description = "Only items that a recall found and that are not confirmed yet, or only others.")
    Boolean recalled;

    @RestQuery
    @Nullable @Size(max = 128) @Parameter(description = "Only items that this person, by the subject of their tokens, was asked to decide about.")
    String assignee;

    @RestQuery
    @Nullable @Parameter(description = "Only items received then or later.", schema = @Schema(implementation = Instant.class))
    String receivedFrom;

    @RestQuery
    @Nullable @Parameter(description = "Only items received before.", schema = @Schema(implementation = Instant.class))
    String receivedBefore;

    @Nullable Instant from() {
        return receivedFrom == null ? null : AskedTime.parse("receivedFrom", receivedFrom);
    }

    @Nullable Instant before() {
        return receivedBefore == null ? null : AskedTime.parse("receivedBefore", receivedBefore);
    }

    List<String> statuses() {
        if (status.equals(ALL)) {
            return Arrays.stream(ItemStatus.values()).map(ItemStatus::word).toList();
        }
        return Arrays.stream(status.split(",", -1))
                .map(word -> ItemStatus.of(word)
                        .orElseThrow(() -> ProblemType.BAD_REQUEST.because("status names no status of an item."))
                        .word())
                .distinct()
                .toList();
    }

    @Nullable String serviceKey() {
        if (service != null && !SERVICE_KEY.matcher(service).matches()) {
            throw ProblemType.BAD_REQUEST.because("service is not a service's key.");
        }
        return service;
    }

    @Nullable String pharmacyCode() {
        return pharmacy == null ? null : new OdsCode(pharmacy).value();
    }
}
