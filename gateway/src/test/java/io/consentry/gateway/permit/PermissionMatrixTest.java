package io.consentry.gateway.permit;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.testing.ApprovedFile;
import io.consentry.web.caller.Caller;
import io.consentry.web.caller.Role;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PermissionMatrixTest {

    private static final String OWN = "Z00001";
    private static final String OTHER = "Z00002";

    @Test
    void everyCallIsListedOnce() {
        assertThat(PermissionMatrix.CALLS.stream().map(Call::toString)).doesNotHaveDuplicates();
    }

    @Test
    void theTableForPeople_isTheMatrix() {
        ApprovedFile.matches(Path.of("..", "docs", "permissions.md"), PermissionTable.make());
    }

    @Test
    void noCallIsOpenToAnyone_exceptTheGatewaysOwnPages_andWhatProvesTheLog() {
        assertThat(PermissionMatrix.CALLS)
                .filteredOn(call -> call.isOpenToAnyone() && call.destination() != Destination.GATEWAY)
                .extracting(Call::toString)
                .allMatch(call -> call.startsWith("GET /audit/checkpoint"));
    }

    @Test
    void nothingInternalIsListed() {
        assertThat(PermissionMatrix.CALLS)
                .extracting(Call::template)
                .noneMatch(template -> template.contains("internal"));
    }

    @Test
    void thePractice_seesItsOwnWorklist_andNobodyElseDoes() {
        Call items = find("GET", "/practices/Z00001/items");

        assertThat(items.judge(caller(OWN, Role.PRACTICE), OWN)).isEqualTo(Verdict.ALLOWED);
        assertThat(items.judge(caller(OWN, Role.DATA_CONTROLLER), OWN)).isEqualTo(Verdict.ALLOWED);
        assertThat(items.judge(caller(OTHER, Role.PRACTICE), OWN)).isEqualTo(Verdict.OTHER_ORGANISATION);
        for (String role : new String[] {Role.PHARMACY, Role.AUDITOR, Role.OPERATOR, Role.PROGRAMME, Role.SERVICE}) {
            assertThat(items.judge(caller(OWN, role), OWN)).as(role).isEqualTo(Verdict.WRONG_ROLE);
        }
    }

    @Test
    void aTokenWithoutOrganisation_isAtHomeNowhere() {
        assertThat(find("GET", "/practices/Z00001/items").judge(caller("", Role.PRACTICE), ""))
                .isEqualTo(Verdict.OTHER_ORGANISATION);
    }

    @Test
    void anyCaller_mayTryToMoveASwitch_soThatTheAttemptIsRecorded() {
        assertThat(find("PUT", "/practices/Z00001/consent").judge(caller("X26", Role.OPERATOR), OWN))
                .isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void severalRoles_areAsGoodAsTheBestOfThem() {
        Caller both = new Caller("a", "a", OTHER, Set.of(Role.PRACTICE, Role.AUDITOR));

        assertThat(find("GET", "/practices/Z00001/consent").judge(both, OWN)).isEqualTo(Verdict.ALLOWED);
        assertThat(find("GET", "/practices/Z00001/items").judge(both, OWN)).isEqualTo(Verdict.OTHER_ORGANISATION);
    }

    private static Caller caller(String ods, String role) {
        return new Caller("someone", "Someone", ods, Set.of(role));
    }

    private static Call find(String method, String path) {
        FoundCall found = new CallFinder(PermissionMatrix.CALLS).find(method, path);
        return ((FoundCall.Listed) found).call();
    }
}
