package io.consentry.consent.showstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.consentry.consent.keepevents.StandAlone;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EveryPracticeTest {

    private static final int CONNECTIONS = 5;
    private static final int PRACTICES = 3000;

    @SuppressWarnings("NullAway.Init") // JUnit calls beforeAll first
    private static StandAlone database;

    /** All were out and are in, but for a thousand in the middle, of which nothing is in force yet: whole pages of them. */
    @BeforeAll
    static void decide() throws IOException, SQLException {
        database = StandAlone.start();
        execute(
                "insert into switch_decision (position, practice, service, decision, effective_from, recorded_at, event_id)"
                        + " select -2 * n - d, 'P' || lpad(n::text, 5, '0'), '', case d when 1 then 'opted-out' else 'opted-in' end,"
                        + " case when n between 1000 and 1999 then now() + interval '1 day' else now() - d * interval '1 day' end,"
                        + " now() - d * interval '1 day', n || '/' || d"
                        + " from generate_series(1, " + PRACTICES + ") n, generate_series(0, 1) d");
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void states_areThoseOfEveryPracticeOnce_inOrder() throws IOException {
        List<ConsentState> states = new ArrayList<>();

        new EveryPractice(database.dataSource()).at(null, null, states::add);

        assertThat(states)
                .extracting(ConsentState::practice)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, PRACTICES)
                        .filter(n -> n < 1000 || n > 1999)
                        .mapToObj(n -> String.format("P%05d", n))
                        .toList());
        assertThat(states)
                .allMatch(state -> state.master().decision().word().equals("opted-in")
                        && state.services().size() == 3);
    }

    @Test
    void states_areThoseOfOneMoment_whateverIsDecidedWhileTheyAreRead() throws IOException {
        List<ConsentState> states = new ArrayList<>();

        new EveryPractice(database.dataSource()).at(null, null, state -> {
            if (states.isEmpty()) {
                decideLater();
            }
            states.add(state);
        });

        assertThat(states).allMatch(state -> state.master().decision().word().equals("opted-in"));
    }

    private static void decideLater() throws IOException {
        try {
            execute("insert into switch_decision"
                    + " select 1, 'P03000', '', 'opted-out', max(effective_from) + interval '1 microsecond', now(), 'later'"
                    + " from switch_decision where effective_from <= now()");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** However many readers stop reading in the middle, decisions need the connections. */
    @Test
    void states_holdNoConnection_whileTheirReaderReads() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> new EveryPractice(database.dataSource())
                .at(null, null, state -> takeAllConnections()));
    }

    private static void takeAllConnections() throws IOException {
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                taken.add(database.dataSource().getConnection());
            }
            for (Connection connection : taken) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
