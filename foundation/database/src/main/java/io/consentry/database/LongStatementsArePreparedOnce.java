package io.consentry.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.spi.PgDriver;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;

/**
 * Statements keep their plans on a connection however long their text is. The client would forget those beyond 2,048
 * characters, and have them prepared anew each time, by a round trip of its own.
 */
@Singleton
class LongStatementsArePreparedOnce implements PgPoolCreator {

    /** Beyond any statement written by a person; a text that a program makes for each call should not be kept. */
    private static final int LONGEST = 8192;

    @Override
    public Pool create(Input input) {
        for (PgConnectOptions options : input.pgConnectOptionsList()) {
            options.setPreparedStatementCacheSqlLimit(LONGEST);
        }
        return PgDriver.INSTANCE.createPool(input.vertx(), input.pgConnectOptionsList(), input.poolOptions());
    }
}
