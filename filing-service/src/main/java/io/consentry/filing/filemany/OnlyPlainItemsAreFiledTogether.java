package io.consentry.filing.filemany;

import io.consentry.filing.keepcontent.Heading;
import io.consentry.filing.showitem.ReviewedItem;
import io.consentry.web.problem.ProblemType;

/**
 * Whatever asks for more than a look is filed on its own: what a safeguard flagged, what a recall found, what the
 * pharmacist wrote under red flags and what they ask the practice to do. Text is taken as sent: whether "none" stands
 * there is for a person to read, and where it cannot be read, nothing is filed.
 */
final class OnlyPlainItemsAreFiledTogether {

    private OnlyPlainItemsAreFiledTogether() {}

    static void require(ReviewedItem item) {
        if (!item.isReadable()) {
            // What it asks for is written in its content: without it any item would look plain.
            throw ProblemType.CONTENT_UNREADABLE.because("The item's content was erased or cannot be opened.");
        }
        if (item.item().flags() > 0 || item.item().openRecalls() > 0) {
            throw ProblemType.FLAGS_NOT_ACKNOWLEDGED.because("A flagged or recalled item is filed on its own.");
        }
        if (says(Heading.RED_FLAGS, item)) {
            throw ProblemType.FILED_ON_ITS_OWN.because(
                    "The pharmacist sent red flags. Such an item is filed on its own.");
        }
        if (says(Heading.REQUESTED_ACTIONS, item)) {
            throw ProblemType.FILED_ON_ITS_OWN.because(
                    "The pharmacist asks the practice to do something. Such an item is filed on its own.");
        }
    }

    private static boolean says(Heading heading, ReviewedItem item) {
        return item.entries().stream().anyMatch(entry -> Heading.of(entry) == heading);
    }
}
