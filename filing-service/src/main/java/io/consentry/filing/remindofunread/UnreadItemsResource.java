package io.consentry.filing.remindofunread;

import io.consentry.database.TenantTransactions;
import io.consentry.filing.admitstaff.PracticeStaff;
import io.consentry.filing.showitem.ItemOpening;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What has been lying in a worklist for a working day and nobody has looked at. */
@Path("/practices/{ods}/items/unread")
@Tag(name = "Worklist")
public class UnreadItemsResource {

    /** Still pending and still unopened: the note itself is never taken back. */
    private static final String UNREAD = """
            select w.item_id, w.service, w.pharmacy,
                   to_char(w.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                   to_char(u.told_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
            from unread_item u join worklist_item w on w.item_id = u.item_id
            where u.practice = ?1 and w.status = 'pending'
              and not exists (select from item_opening o where o.item_id = u.item_id and %s)
            order by w.received_at limit 500""".formatted(ItemOpening.HAS_READ);

    private final PracticeStaff staff;
    private final TenantTransactions transactions;

    UnreadItemsResource(PracticeStaff staff, TenantTransactions transactions) {
        this.staff = staff;
        this.transactions = transactions;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "listUnreadItems",
            summary = "List what nobody has looked at for a working day",
            description = "Pending items that nobody here has opened within the time that is set, one working day in"
                    + " England by default, from when they came into the worklist. Their senders were told. The oldest"
                    + " first, at most 500.")
    @APIResponse(
            responseCode = "200",
            description = "The items",
            content = @Content(schema = @Schema(implementation = UnreadItems.class)))
    @APIResponse(responseCode = "404", description = "Not your practice: not-found")
    public Uni<UnreadItems> unread(@RestPath OdsCode ods) {
        staff.at(ods);
        return transactions
                .as(ods.value(), session -> session.createNativeQuery(UNREAD, Object[].class)
                        .setParameter(1, ods.value())
                        .getResultList())
                .map(rows -> new UnreadItems(
                        rows.stream().map(UnreadItemsResource::item).toList()));
    }

    private static UnreadItem item(Object[] row) {
        return new UnreadItem(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                Instant.parse((String) row[3]),
                Instant.parse((String) row[4]));
    }

    /** All of them. */
    @Schema(name = "UnreadItems")
    public record UnreadItems(List<UnreadItem> items) {}

    /**
     * One of them.
     *
     * @param toldAt since when both sides know
     */
    @Schema(name = "UnreadItem")
    public record UnreadItem(String id, String service, String pharmacy, Instant receivedAt, Instant toldAt) {}
}
