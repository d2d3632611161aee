package io.consentry.ingest.keepmessage;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.ingest.Tables;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Two messages are the same one only where sender, system and value are each the same. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class MessageIdentityTest {

    @Test
    void whereOneNameEnds_andTheNextBegins_isPartOfIt() throws SQLException {
        assertThat(Tables.count("""
                select count(distinct message_identity(sender, system, value)) from (values
                    ('FX001', 'urn:a', 'b1'), ('FX001', 'urn:ab', '1'), ('FX001', '', 'urn:ab1'), ('FX001', 'urn:ab1', ''),
                    ('FX00', '1urn:a', 'b1'), ('FX001', 'urn:a', 'B1'), ('FX001', '5 urn:a', 'b1'), ('FX001', '', '5 urn:ab1'),
                    ('FX001', 'urn:a', 'b1')
                ) named (sender, system, value)""")).isEqualTo(8);
    }
}
