package io.consentry.consent.replayevents;

import io.consentry.consent.replayevents.EventPage.LoggedEvent;
import org.jspecify.annotations.Nullable;

/** Writes a page around events that are JSON already, so that their bytes stay as they were stored. */
final class PageJson {

    private PageJson() {}

    static String of(EventPage page, @Nullable String next) {
        StringBuilder json = new StringBuilder("{\"events\":[");
        String separator = "";
        for (LoggedEvent event : page.events()) {
            json.append(separator).append(event.text());
            separator = ",";
        }
        json.append(']');
        if (next != null) {
            json.append(",\"next\":\"").append(next).append('"');
        }
        return json.append('}').toString();
    }
}
