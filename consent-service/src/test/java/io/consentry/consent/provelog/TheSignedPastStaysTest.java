package io.consentry.consent.provelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consentry.postgres.SuiteDatabase;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database's owner tries, who can do everything but sign: to have another past signed with the log's own key. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class TheSignedPastStaysTest {

    private static final String REWRITE = "update consent_event set leaf = replace(leaf, '\"position\"', '\"p\"') where"
            + " position = 2; update consent_event set leaf_hash = sha256('\\x00'::bytea || convert_to(leaf, 'UTF8'));"
            + " update merkle_node set hash = sha256('\\x01'::bytea || (select leaf_hash from consent_event where"
            + " position = 1) || (select leaf_hash from consent_event where position = 2)) where level = 1 and place = 0;";
    private static final String FORGET = "delete from checkpoint where size > 1; delete from merkle_node;";
    private static final String CUT =
            "delete from consent_event where position > 1; update consent_head set position = 1;";

    private final String key = ScratchLog.newKey();
    private @Nullable ScratchLog opened;
    private @Nullable Integrator started;

    @BeforeEach
    void signThreeEvents() throws SQLException {
        opened = new ScratchLog();
        started = replica();
        for (int event = 1; event <= 3; event++) {
            scratch().record();
            assertThat(running().integrate()).isEqualTo(event);
        }
    }

    @AfterEach
    void close() {
        scratch().close();
    }

    @Test
    void rewrittenPast_isNotSigned_notEvenAfterARestart() throws SQLException {
        byOwner(REWRITE);

        isRefused(running());
        isRefused(replica());
    }

    @Test
    void rewrittenPast_isNotSigned_whenWhatWasSignedIsTakenAway() throws SQLException {
        byOwner(REWRITE + FORGET);

        isRefused(running());
    }

    /** The first signature of a new key follows on that of another, which this one cannot tell from a forged one. */
    @Test
    void rewrittenPast_isNotSigned_whenTheKeyIsMadeOutToBeNew() throws SQLException {
        byOwner(REWRITE + "update log_key set signs_from = 4;");

        isRefused(running());
    }

    @Test
    void cutLog_isNotSigned_whenItHasGrownAgain() throws SQLException {
        byOwner(CUT + FORGET);
        for (int event = 2; event <= 4; event++) {
            scratch().record();
        }

        isRefused(running());
    }

    @Test
    void untouchedLog_isSignedOn_byOneReplicaAfterTheOther() throws SQLException {
        Integrator other = replica();
        for (int size = 4; size <= 20; size++) {
            scratch().record();
            assertThat((size % 3 == 0 ? other : running()).integrate()).isEqualTo(size);
        }
    }

    private void isRefused(Integrator integrator) throws SQLException {
        scratch().record();
        assertThatThrownBy(integrator::integrate).isInstanceOf(IllegalStateException.class);
        assertThat(scratch().ask("select count(*) from checkpoint where size > 3"))
                .isEqualTo("0");
    }

    private void byOwner(String sql) throws SQLException {
        scratch().execute(SuiteDatabase.CONSENT.owner(), sql);
    }

    private Integrator replica() {
        return scratch().replica(key, null, null).integrator();
    }

    private Integrator running() {
        return java.util.Objects.requireNonNull(started);
    }

    private ScratchLog scratch() {
        return java.util.Objects.requireNonNull(opened);
    }
}
