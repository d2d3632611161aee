package io.consentry.gateway.console.worklist;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which items somebody wants to see. Holds nothing of a patient: it stands in the address of the page. */
public class WorklistChoice {

    /** A page of about 30 KB, and of less than 60 where every item has long names and many flags. */
    private static final int ROWS = 25;

    private static final List<String> STATES =
            List.of("pending", "filed", "filed-with-changes", "rejected", "replaced", "withdrawn", "all");

    @RestQuery
    @Nullable String status;

    @RestQuery
    @Nullable String service;

    @RestQuery
    @Nullable String flagged;

    @RestQuery
    @Nullable String assignee;

    @RestQuery
    @Nullable String next;

    public List<String> states() {
        return STATES;
    }

    /** Whether this is the list that a person works through: everything that waits. */
    public boolean everythingThatWaits() {
        return status().equals("pending") && service().isEmpty() && !onlyFlagged() && !onlyMine();
    }

    public String status() {
        return status == null || status.isBlank() ? "pending" : status;
    }

    public String service() {
        return service == null ? "" : service;
    }

    public boolean onlyFlagged() {
        return "true".equals(flagged);
    }

    public boolean onlyMine() {
        return assignee != null && !assignee.isBlank();
    }

    /** As the suite's API understands it. */
    String forSuite() {
        return query(true, next);
    }

    /** As the address of the page that follows. */
    String forPage(String next) {
        return query(false, next);
    }

    private String query(boolean withLimit, @Nullable String from) {
        List<String> parts = new ArrayList<>();
        add(parts, "status", status());
        add(parts, "service", service());
        add(parts, "flagged", onlyFlagged() ? "true" : "");
        add(parts, "assignee", assignee);
        add(parts, "next", from);
        if (withLimit) {
            parts.add("limit=" + ROWS);
        }
        return "?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
