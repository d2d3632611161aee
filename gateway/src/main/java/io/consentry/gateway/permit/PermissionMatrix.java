package io.consentry.gateway.permit;

import static io.consentry.gateway.permit.Destination.CONSENT;
import static io.consentry.gateway.permit.Destination.FILING;
import static io.consentry.gateway.permit.Destination.GATEWAY;
import static io.consentry.gateway.permit.Destination.INGEST;
import static io.consentry.gateway.permit.Grant.anyCaller;
import static io.consentry.gateway.permit.Grant.anyone;
import static io.consentry.gateway.permit.Grant.anywhere;
import static io.consentry.gateway.permit.Grant.atTheirOwn;
import static io.consentry.web.caller.Role.AUDITOR;
import static io.consentry.web.caller.Role.DATA_CONTROLLER;
import static io.consentry.web.caller.Role.OPERATOR;
import static io.consentry.web.caller.Role.PHARMACY;
import static io.consentry.web.caller.Role.PRACTICE;

import java.util.List;

/**
 * Everything that passes the front door, and for whom. What is not listed here does not exist.
 *
 * <p>The services check again by themselves. A test compares this list with the API documents of the services, both
 * ways.
 */
public final class PermissionMatrix {

    /** All calls, in the order of a message's way through the suite. */
    public static final List<Call> CALLS = List.of(
            // A pharmacy sends to any practice and sees only its own messages; a practice sees those sent to it.
            call("POST", "/practices/{ods}/update-records", INGEST, anywhere(PHARMACY)),
            call("GET", "/update-records", INGEST, anywhere(PHARMACY)),
            call("GET", "/update-records/{id}", INGEST, anywhere(PHARMACY, PRACTICE, DATA_CONTROLLER)),

            // Who may know whether a practice has opted in: its people, and everybody who has to act on it.
            call(
                    "GET",
                    "/practices/{ods}/consent",
                    CONSENT,
                    anywhere(PHARMACY, AUDITOR, OPERATOR),
                    atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            // Only the practice decides: consent-service refuses everybody else and records the attempt, so all pass.
            call("PUT", "/practices/{ods}/consent", CONSENT, anyCaller()),
            call("PUT", "/practices/{ods}/consent/{service}", CONSENT, anyCaller()),
            call(
                    "GET",
                    "/practices/{ods}/consent/history",
                    CONSENT,
                    anywhere(AUDITOR),
                    atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("GET", "/audit/consent-events", CONSENT, anywhere(AUDITOR)),

            // Patient data: nobody but the practice it was sent to.
            call("GET", "/practices/{ods}/items", FILING, atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("GET", "/practices/{ods}/items/{id}", FILING, atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("POST", "/practices/{ods}/items/{id}/file", FILING, atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("POST", "/practices/{ods}/items/{id}/reject", FILING, atTheirOwn(PRACTICE, DATA_CONTROLLER)),

            // The gateway's own pages.
            call("GET", "/", GATEWAY, anyone()),
            call("GET", "/problems/{slug}", GATEWAY, anyone()),
            call("GET", "/q/health", GATEWAY, anyone()),
            call("GET", "/q/health/live", GATEWAY, anyone()),
            call("GET", "/q/health/ready", GATEWAY, anyone()),
            call("GET", "/q/health/started", GATEWAY, anyone()),
            call("GET", "/q/metrics", GATEWAY, anywhere(OPERATOR)),
            call("GET", "/q/openapi", GATEWAY, anyone()),
            call("GET", "/q/swagger-ui", GATEWAY, anyone()),
            call("GET", "/q/swagger-ui/*", GATEWAY, anyone()));

    private PermissionMatrix() {}

    private static Call call(String method, String template, Destination destination, Grant... grants) {
        return new Call(method, template, destination, List.of(grants));
    }
}
