package io.consentry.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.local.place.ServiceName;
import io.consentry.local.playdemo.Sample;
import io.consentry.suite.Door.Reply;
import io.consentry.suite.PermissionTable.Cell;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Each role, at the organisation that a thing belongs to and at another, makes each call of the API: through the
 * gateway, and past it at the service itself, which must not rely on having been asked by the gateway.
 */
@ExtendWith(SharedSuite.class)
class PermissionsIT {

    private static final String OTHER_PRACTICE = "Z99998";
    private static final String OTHER_PHARMACY = "FX002";
    private static final String NOT_THE_PRACTICE = "403 /problems/only-the-practice-decides";
    /** Roles that see only what belongs to their organisation. */
    private static final Set<String> LOCAL_ROLES = Set.of("pharmacy", "practice", "data-controller");

    private static final Set<Integer> KEPT_OUT = Set.of(401, 403, 404, 405);

    private SharedSuite.Running suite;
    private Door gateway;
    private PublishedApi api;

    @BeforeEach
    void read(SharedSuite.Running running) throws Exception {
        suite = running;
        gateway = Door.of(ServiceName.GATEWAY, running.ports());
        api = PublishedApi.of(gateway);
    }

    @Test
    void everyPublishedOperation_standsInTheTable() throws Exception {
        Set<String> table = PermissionTable.read().stream().map(Cell::operation).collect(Collectors.toSet());

        assertThat(table).containsAll(api.operations());
    }

    @Test
    void everyRole_atBothOrganisations_isAnsweredAsTheTableSays_throughTheGateway() throws Exception {
        List<String> wrong = new ArrayList<>();
        int played = 0;
        Belongings belongings = Belongings.make(suite);
        for (Cell cell : PermissionTable.read()) {
            played += play(cell, gateway, belongings, wrong);
        }
        report(played, wrong);
    }

    @Test
    void everyRole_atBothOrganisations_isAnsweredAsTheTableSays_atTheServiceItself() throws Exception {
        List<String> wrong = new ArrayList<>();
        int played = 0;
        Belongings belongings = Belongings.make(suite);
        for (Cell cell : PermissionTable.read()) {
            if (cell.service().isPresent()) {
                played += play(cell, Door.of(cell.service().get(), suite.ports()), belongings, wrong);
            }
        }
        report(played, wrong);
    }

    @Test
    void whatIsBetweenServices_isClosedToPeople_atEveryDoor() throws Exception {
        for (ServiceName service : ServiceName.values()) {
            Door door = Door.of(service, suite.ports());
            int expected = service == ServiceName.GATEWAY ? 404 : 401;
            for (String token : List.of(
                    suite.tokens().of("operator", "OPS01"), suite.tokens().of("practice", "Z00001"))) {
                Reply reply = door.call("GET", "/internal/events", token, Map.of(), null);
                assertThat(reply.status()).as(door.name()).isEqualTo(expected);
            }
        }
    }

    private void report(int played, List<String> wrong) {
        System.out.println(played + " combinations of role, organisation and call");
        assertThat(wrong).isEmpty();
        assertThat(played).isGreaterThan(500);
    }

    private int play(Cell cell, Door door, Belongings belongings, List<String> wrong) throws Exception {
        boolean pharmacy = cell.role().equals("pharmacy");
        List<Play> plays = new ArrayList<>();
        plays.add(new Play("of the organisation", own(cell.role(), belongings), Sample.PHARMACY, ownRefusal(cell)));
        plays.add(new Play("of another", other(cell.role()), OTHER_PHARMACY, otherRefusal(cell, belongings)));
        if (pharmacy) {
            String refusal = cell.isOpen() ? "" : "401 /problems/unauthenticated";
            plays.add(new Play("without a token", null, Sample.PHARMACY, refusal));
        }
        for (Play play : plays) {
            Reply reply = send(cell, belongings, door, play);
            if (play.refusal().isEmpty()
                    ? !passed(reply, cell, belongings)
                    : !reply.toString().equals(play.refusal())) {
                wrong.add(cell.role() + " " + play.whose() + ": " + cell.operation() + " at " + door.name() + " gave "
                        + reply + ", expected " + (play.refusal().isEmpty() ? "to pass" : play.refusal()));
            }
        }
        return plays.size();
    }

    /** Who holds the role where the belongings belong; national roles belong to no one's. */
    private String own(String role, Belongings belongings) {
        return switch (role) {
            case "pharmacy" -> suite.tokens().of(role, Sample.PHARMACY);
            case "practice", "data-controller" -> belongings.practice().token(role);
            default -> suite.tokens().of(role, "NAT01");
        };
    }

    private String other(String role) {
        return switch (role) {
            case "pharmacy" -> suite.tokens().of(role, OTHER_PHARMACY);
            case "practice", "data-controller" -> suite.tokens().of(role, OTHER_PRACTICE);
            default -> suite.tokens().of(role, "NAT02");
        };
    }

    /** The refusal that the table asks for; nothing where the call passes. */
    private static String ownRefusal(Cell cell) {
        boolean decides = cell.role().equals("data-controller")
                || (cell.role().equals("practice") && cell.template().endsWith("/pause"));
        return switch (cell.content()) {
            case "yes", "own", "*open*" -> "";
            case "attempt" -> movesTheSwitch(cell) && !decides ? NOT_THE_PRACTICE : "";
            case "" -> "403 /problems/forbidden";
            default -> throw new AssertionError("unknown cell: " + cell);
        };
    }

    private static String otherRefusal(Cell cell, Belongings belongings) {
        boolean othersThing = LOCAL_ROLES.contains(cell.role())
                && !cell.template().contains("{ods}")
                && belongings.areNamedBy(cell.template());
        return switch (cell.content()) {
            case "own" -> "404 /problems/not-found";
            case "yes" -> othersThing ? "404 /problems/not-found" : "";
            case "attempt" -> movesTheSwitch(cell) ? NOT_THE_PRACTICE : "";
            default -> ownRefusal(cell);
        };
    }

    private static boolean movesTheSwitch(Cell cell) {
        return cell.template().startsWith("/practices/{ods}/consent");
    }

    /** Whether it got past every check of who calls; what is only a placeholder in the path may well not be there. */
    private static boolean passed(Reply reply, Cell cell, Belongings belongings) {
        boolean mayBeMissing = !belongings.nameAllOf(cell.template());
        return reply.status() < 500 && (!KEPT_OUT.contains(reply.status()) || (mayBeMissing && reply.status() == 404));
    }

    private Reply send(Cell cell, Belongings belongings, Door door, Play play) throws Exception {
        Map<String, String> headers = new HashMap<>();
        byte[] body = api.smallestBody(cell.method(), cell.template()).orElse(null);
        if (cell.operation().equals("POST /practices/{ods}/update-records")) {
            headers.put("Content-Type", "application/fhir+xml");
            body = new String(Sample.PHARMACY_FIRST.written(), StandardCharsets.UTF_8)
                    .replace(Sample.PHARMACY, play.pharmacy())
                    .getBytes(StandardCharsets.UTF_8);
        } else if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        if (api.wantsVersion(cell.method(), cell.template())) {
            // So old that whoever may make the call is told so, and nothing happens.
            headers.put("If-Match", "\"0\"");
        }
        return door.call(cell.method(), belongings.path(cell.template()), play.token(), headers, body);
    }

    /**
     * One call to make.
     *
     * @param pharmacy who sends, where the call is a message
     * @param refusal what is to come; empty where the call passes
     */
    private record Play(String whose, @Nullable String token, String pharmacy, String refusal) {}
}
