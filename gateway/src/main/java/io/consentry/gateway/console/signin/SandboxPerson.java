package io.consentry.gateway.console.signin;

import static io.consentry.web.caller.Role.AUDITOR;
import static io.consentry.web.caller.Role.DATA_CONTROLLER;
import static io.consentry.web.caller.Role.OPERATOR;
import static io.consentry.web.caller.Role.PHARMACY;
import static io.consentry.web.caller.Role.PRACTICE;
import static io.consentry.web.caller.Role.PROGRAMME;

import java.util.List;

/**
 * An invented person of the sandbox.
 *
 * @param does what this person does all day, in a few words
 */
record SandboxPerson(String name, String role, String ods, String does) {

    /** The same people whom the command line's demo plays with. */
    static final List<SandboxPerson> READY_MADE = List.of(
            new SandboxPerson("Dr Tomas Lind", PRACTICE, "Z00001", "reviews and files at practice Z00001"),
            new SandboxPerson("Dr Asha Verrall", DATA_CONTROLLER, "Z00001", "also moves the switch of Z00001"),
            new SandboxPerson("Dr Neil Border", DATA_CONTROLLER, "Z00002", "the same at practice Z00002"),
            new SandboxPerson("Millgate Pharmacy", PHARMACY, "FX001", "sends consultations"),
            new SandboxPerson("Audra Quill", AUDITOR, "AUD01", "replays who decided what"),
            new SandboxPerson("Robin Rowe", OPERATOR, "OPS01", "runs the suite, recalls, keeps the catalogue"),
            new SandboxPerson("Nadia Farr", PROGRAMME, "NAT01", "announces changes for a national body"));

    /** Every role. */
    static final List<String> ROLES = List.of(PRACTICE, DATA_CONTROLLER, PHARMACY, AUDITOR, OPERATOR, PROGRAMME);

    /** One id for each role and organisation, as the command line makes them. */
    String id() {
        return role + "-at-" + ods;
    }
}
