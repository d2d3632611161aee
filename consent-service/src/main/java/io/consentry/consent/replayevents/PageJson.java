package io.consentry.consent.replayevents;

import io.consentry.consent.keepevents.Page;
import io.consentry.consent.replayevents.EventPage.LoggedEvent;

/** Writes a page around events that are JSON already, so that their bytes stay as they were stored. */
final class PageJson {

    private PageJson() {}

    static String of(Page<LoggedEvent> page) {
        StringBuilder json = new StringBuilder("{\"events\":[");
        String separator = "";
        for (LoggedEvent event : page.rows()) {
            json.append(separator).append(event.text());
            separator = ",";
        }
        json.append(']');
        if (page.next() != null) {
            json.append(",\"next\":\"").append(page.next()).append('"');
        }
        return json.append('}').toString();
    }
}
