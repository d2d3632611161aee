package io.consentry.filing.showitem;

import io.consentry.filing.admitstaff.PracticeStaff;
import io.consentry.filing.item.Actor;
import io.consentry.filing.showworklist.WorklistItem;
import io.consentry.web.ods.OdsCode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Items as people open them: who looked, and at what, is recorded before anything is shown. */
@Singleton
public class OpenedItems {

    private final PracticeStaff staff;
    private final ReviewedItems items;
    private final Openings openings;

    OpenedItems(PracticeStaff staff, ReviewedItems items, Openings openings) {
        this.staff = staff;
        this.items = items;
        this.openings = openings;
    }

    /**
     * The item, for whoever calls; 404 where they do not work there or the practice has no such item.
     *
     * @param what they look at
     */
    public Uni<ReviewedItem> open(OdsCode practice, String itemId, ItemOpening what) {
        Actor by = staff.at(practice);
        return items.find(practice.value(), itemId)
                .call(item -> openings.record(item.item(), by, item.isReadable() ? what : ItemOpening.UNREADABLE));
    }

    /** As the other, without the content. */
    Uni<WorklistItem> openRow(OdsCode practice, String itemId, ItemOpening what) {
        Actor by = staff.at(practice);
        return items.findRow(practice.value(), itemId).call(item -> openings.record(item, by, what));
    }
}
