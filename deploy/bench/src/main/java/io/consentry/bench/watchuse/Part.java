package io.consentry.bench.watchuse;

/** Whose processor time it is. */
public enum Part {
    GATEWAY,
    INGEST,
    CONSENT,
    FILING,
    /** PostgreSQL's processes that serve ingest and consent, and its share in writing the log for them. */
    POSTGRES_ACCEPTING,
    /** PostgreSQL's processes that serve filing. */
    POSTGRES_FILING,
    /** PostgreSQL's other processes: write-ahead log, checkpoints, vacuum. */
    POSTGRES_BEHIND
}
