package io.consentry.gateway.permit;

import static io.consentry.gateway.permit.Destination.CONSENT;
import static io.consentry.gateway.permit.Destination.FILING;
import static io.consentry.gateway.permit.Destination.GATEWAY;
import static io.consentry.gateway.permit.Destination.INGEST;
import static io.consentry.gateway.permit.Grant.anyCaller;
import static io.consentry.gateway.permit.Grant.anyone;
import static io.consentry.gateway.permit.Grant.anywhere;
import static io.consentry.gateway.permit.Grant.atTheirOwn;
import static io.consentry.gateway.permit.Grant.visitors;
import static io.consentry.gateway.permit.Worth.DECISION;
import static io.consentry.gateway.permit.Worth.MESSAGE;
import static io.consentry.gateway.permit.Worth.QUESTION;
import static io.consentry.gateway.permit.Worth.REPLAY;
import static io.consentry.gateway.permit.Worth.WORK;
import static io.consentry.web.caller.Role.AUDITOR;
import static io.consentry.web.caller.Role.DATA_CONTROLLER;
import static io.consentry.web.caller.Role.OPERATOR;
import static io.consentry.web.caller.Role.PHARMACY;
import static io.consentry.web.caller.Role.PRACTICE;
import static io.consentry.web.caller.Role.PROGRAMME;

import java.util.List;

/**
 * Everything that passes the front door, and for whom. What is not listed here does not exist.
 *
 * <p>The services check again by themselves. A test compares this list with the API documents of the services, both
 * ways.
 */
public final class PermissionMatrix {

    private static final String[] EVERY_ROLE = {PHARMACY, PRACTICE, DATA_CONTROLLER, AUDITOR, OPERATOR, PROGRAMME};

    /** All calls, in the order of a message's way through the suite. */
    public static final List<Call> CALLS = List.of(
            // A pharmacy sends to any practice and sees only its own messages; a practice sees those sent to it.
            call("POST", "/practices/{ods}/update-records", INGEST, MESSAGE, anywhere(PHARMACY)),
            call("GET", "/update-records", INGEST, QUESTION, anywhere(PHARMACY)),
            call("GET", "/update-records/events", INGEST, WORK, anywhere(PHARMACY)),
            call("GET", "/update-records/{id}", INGEST, QUESTION, anywhere(PHARMACY, PRACTICE, DATA_CONTROLLER)),
            call("POST", "/update-records/{id}/withdraw", INGEST, WORK, anywhere(PHARMACY)),
            call("GET", "/fallbacks", INGEST, QUESTION, anywhere(PHARMACY)),
            call("GET", "/fallbacks/overdue", INGEST, QUESTION, anywhere(OPERATOR)),
            call("POST", "/fallbacks/{id}/proof", INGEST, WORK, anywhere(PHARMACY)),
            call("GET", "/corrections", INGEST, QUESTION, anywhere(PHARMACY)),
            call("POST", "/corrections/{id}/statement", INGEST, WORK, anywhere(PHARMACY)),
            call("GET", "/rules", INGEST, QUESTION, anyCaller()),
            // An unsafe sender is kept out by the operator; no practice's switch moves.
            call("POST", "/sender-suspensions", INGEST, WORK, anywhere(OPERATOR)),
            call("GET", "/sender-suspensions", INGEST, QUESTION, anywhere(OPERATOR)),
            call("GET", "/sender-systems", INGEST, QUESTION, anywhere(OPERATOR)),
            call("DELETE", "/sender-suspensions/{id}", INGEST, WORK, anywhere(OPERATOR)),

            // Who may know whether a practice has opted in: its people, and everybody who has to act on it.
            call(
                    "GET",
                    "/practices/{ods}/consent",
                    CONSENT,
                    QUESTION,
                    anywhere(PHARMACY, AUDITOR, OPERATOR),
                    atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            // Only the practice decides: consent-service refuses everybody else and records the attempt, so all pass.
            call("PUT", "/practices/{ods}/consent", CONSENT, DECISION, anyCaller()),
            call("PUT", "/practices/{ods}/consent/{service}", CONSENT, DECISION, anyCaller()),
            call(
                    "GET",
                    "/practices/{ods}/consent/history",
                    CONSENT,
                    REPLAY,
                    anywhere(AUDITOR),
                    atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            // Everybody at a practice may stop its messages; whoever else tries is recorded too.
            call("POST", "/practices/{ods}/consent/pause", CONSENT, DECISION, anyCaller()),
            call(
                    "GET",
                    "/practices/{ods}/consent/scheduled",
                    CONSENT,
                    QUESTION,
                    anywhere(AUDITOR),
                    atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("DELETE", "/practices/{ods}/consent/scheduled/{id}", CONSENT, DECISION, anyCaller()),
            // An operator enrols the first holder; from then on holders hand mandates on.
            call(
                    "GET",
                    "/practices/{ods}/mandates",
                    CONSENT,
                    QUESTION,
                    anywhere(AUDITOR, OPERATOR),
                    atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call(
                    "POST",
                    "/practices/{ods}/mandates",
                    CONSENT,
                    DECISION,
                    anywhere(OPERATOR),
                    atTheirOwn(DATA_CONTROLLER)),
            call("DELETE", "/practices/{ods}/mandates/{holder}", CONSENT, DECISION, atTheirOwn(DATA_CONTROLLER)),
            // Operators keep the directory; everybody may look an organisation up.
            call("GET", "/organisations/{ods}", CONSENT, QUESTION, anywhere(EVERY_ROLE)),
            call("PUT", "/organisations/{ods}", CONSENT, WORK, anywhere(OPERATOR)),
            // What is announced, asked and answered is for everybody; acting on it is not.
            call("GET", "/services", CONSENT, QUESTION, anywhere(EVERY_ROLE)),
            call("POST", "/services", CONSENT, WORK, anywhere(OPERATOR)),
            call("GET", "/notices", CONSENT, QUESTION, anywhere(EVERY_ROLE)),
            call("POST", "/notices", CONSENT, WORK, anywhere(PROGRAMME, OPERATOR)),
            call("GET", "/notices/{id}", CONSENT, QUESTION, anywhere(EVERY_ROLE)),
            call("POST", "/notices/{id}/acknowledgements", CONSENT, WORK, anywhere(PRACTICE, DATA_CONTROLLER)),
            call("GET", "/requests", CONSENT, QUESTION, anywhere(EVERY_ROLE)),
            call("POST", "/requests", CONSENT, WORK, anywhere(PROGRAMME, OPERATOR)),
            call("GET", "/requests/{id}", CONSENT, QUESTION, anywhere(EVERY_ROLE)),
            // Of one practice: by its data controller; of all: by the others. The service knows which.
            call("POST", "/requests/{id}/answer", CONSENT, WORK, anywhere(PROGRAMME, OPERATOR, DATA_CONTROLLER)),
            call("GET", "/rules/changes", CONSENT, QUESTION, anywhere(EVERY_ROLE)),
            call("PUT", "/rules/notice-period", CONSENT, WORK, anywhere(OPERATOR)),
            call("PUT", "/rules/safeguards/{name}", CONSENT, WORK, anywhere(OPERATOR)),
            call("GET", "/audit/consent-events", CONSENT, REPLAY, anywhere(AUDITOR)),
            // Who reads the log is read in turn; names and notes go, and tables are made anew, only at an operator's
            // word.
            call("GET", "/audit/accesses", CONSENT, QUESTION, anywhere(AUDITOR)),
            call("POST", "/audit/erasures", CONSENT, WORK, anywhere(OPERATOR)),
            call("POST", "/projections/{name}/reset", CONSENT, REPLAY, anywhere(OPERATOR)),
            call("GET", "/audit/consent-state", CONSENT, REPLAY, anywhere(AUDITOR)),
            // The signed head is for everybody: who keeps one can tell later whether the past was changed.
            call("GET", "/audit/checkpoint", CONSENT, QUESTION, anyone()),
            call("GET", "/audit/checkpoint/key", CONSENT, QUESTION, anyone()),
            call("GET", "/audit/proofs/inclusion", CONSENT, QUESTION, anywhere(AUDITOR)),
            call("GET", "/audit/proofs/consistency", CONSENT, QUESTION, anywhere(AUDITOR)),
            call("GET", "/audit/bundle", CONSENT, REPLAY, anywhere(AUDITOR)),
            call("POST", "/audit/replays", CONSENT, REPLAY, anywhere(AUDITOR)),
            call("GET", "/audit/replays", CONSENT, QUESTION, anywhere(AUDITOR)),
            call("GET", "/audit/replays/{id}", CONSENT, QUESTION, anywhere(AUDITOR)),

            // Patient data: nobody but the practice it was sent to.
            call("GET", "/practices/{ods}/items", FILING, WORK, atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("GET", "/practices/{ods}/items/{id}", FILING, WORK, atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("GET", "/practices/{ods}/items/{id}/original", FILING, WORK, atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("POST", "/practices/{ods}/items/{id}/file", FILING, WORK, atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("POST", "/practices/{ods}/items/{id}/reject", FILING, WORK, atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("POST", "/practices/{ods}/items/{id}/undo", FILING, WORK, atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("POST", "/practices/{ods}/items/{id}/retract", FILING, WORK, atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("POST", "/practices/{ods}/items/reject-all", FILING, WORK, atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call(
                    "GET",
                    "/practices/{ods}/items/{id}/attachments/{number}",
                    FILING,
                    WORK,
                    atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("POST", "/practices/{ods}/items/{id}/assign", FILING, WORK, atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("POST", "/practices/{ods}/items/{id}/note", FILING, WORK, atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("GET", "/practices/{ods}/items/{id}/changes", FILING, WORK, atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("GET", "/practices/{ods}/items/{id}/history", FILING, WORK, atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("GET", "/practices/{ods}/items/{id}/replaced", FILING, WORK, atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("GET", "/practices/{ods}/items/{id}/openings", FILING, WORK, atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("GET", "/practices/{ods}/items/counts", FILING, WORK, atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("GET", "/practices/{ods}/items/{id}/filed", FILING, WORK, atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("GET", "/practices/{ods}/items/unread", FILING, WORK, atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("POST", "/practices/{ods}/items/search", FILING, WORK, atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("GET", "/practices/{ods}/filed", FILING, WORK, atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("POST", "/practices/{ods}/filed/imported", FILING, WORK, atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("GET", "/practices/{ods}/items/events", FILING, WORK, atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("GET", "/practices/{ods}/settings", FILING, WORK, atTheirOwn(PRACTICE, DATA_CONTROLLER)),
            call("PUT", "/practices/{ods}/settings", FILING, WORK, atTheirOwn(DATA_CONTROLLER)),
            call("POST", "/practices/{ods}/filings", FILING, WORK, atTheirOwn(PRACTICE, DATA_CONTROLLER)),

            // Counts, without patients: an operator sees every practice's.
            call(
                    "GET",
                    "/practices/{ods}/workload",
                    FILING,
                    QUESTION,
                    anywhere(OPERATOR),
                    atTheirOwn(PRACTICE, DATA_CONTROLLER)),

            // Recalls: opened by an operator, who sees counts; each practice sees what concerns it.
            call("POST", "/recalls", FILING, DECISION, anywhere(OPERATOR)),
            call("GET", "/recalls", FILING, QUESTION, anywhere(OPERATOR, PRACTICE, DATA_CONTROLLER)),
            call("GET", "/recalls/{id}", FILING, QUESTION, anywhere(OPERATOR, PRACTICE, DATA_CONTROLLER)),
            call("GET", "/recalls/{id}/items", FILING, WORK, anywhere(PRACTICE, DATA_CONTROLLER)),
            call("POST", "/recalls/{id}/confirmations", FILING, WORK, anywhere(PRACTICE, DATA_CONTROLLER)),

            // What could not be applied, and building the tables anew: for whoever runs the suite, without a patient.
            call("GET", "/dead-letters", FILING, QUESTION, anywhere(OPERATOR)),
            call("POST", "/dead-letters/{id}/retry", FILING, WORK, anywhere(OPERATOR)),
            call("POST", "/rebuilds", FILING, REPLAY, anywhere(OPERATOR)),
            call("GET", "/rebuilds/{id}", FILING, QUESTION, anywhere(OPERATOR)),

            // The console: what a page shows, its session may call by itself.
            call("GET", "/console", GATEWAY, QUESTION, visitors()),
            call("GET", "/console/*", GATEWAY, QUESTION, visitors()),
            call("POST", "/console/*", GATEWAY, QUESTION, visitors()),
            call("GET", "/assets/{name}", GATEWAY, QUESTION, visitors()),

            // The gateway's own pages.
            call("GET", "/", GATEWAY, QUESTION, anyone()),
            call("GET", "/problems/{slug}", GATEWAY, QUESTION, anyone()),
            call("GET", "/q/health", GATEWAY, QUESTION, anyone()),
            call("GET", "/q/health/live", GATEWAY, QUESTION, anyone()),
            call("GET", "/q/health/ready", GATEWAY, QUESTION, anyone()),
            call("GET", "/q/health/started", GATEWAY, QUESTION, anyone()),
            call("GET", "/q/metrics", GATEWAY, QUESTION, anywhere(OPERATOR)),
            call("GET", "/q/openapi", GATEWAY, QUESTION, anyone()),
            call("GET", "/q/swagger-ui", GATEWAY, QUESTION, anyone()),
            call("GET", "/q/swagger-ui/*", GATEWAY, QUESTION, anyone()));

    private PermissionMatrix() {}

    private static Call call(String method, String template, Destination destination, Worth worth, Grant... grants) {
        return new Call(method, template, destination, worth, List.of(grants));
    }
}
