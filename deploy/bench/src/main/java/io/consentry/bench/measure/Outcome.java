package io.consentry.bench.measure;

import org.jspecify.annotations.Nullable;

/**
 * What came of a row.
 *
 * @param measured absent where it failed
 * @param limit absent where it failed, or where there is none
 * @param failure what went wrong
 */
public record Outcome(
        Row row,
        @Nullable Amounts measured,
        @Nullable Amounts limit,
        @Nullable String failure) {

    /** What the goal is held against: the share of the limit, or the amount. Not a number where the row failed. */
    public double value() {
        if (measured == null || row.limit() != null && limit == null) {
            return Double.NaN;
        }
        return limit == null ? measured.median() : measured.median() / limit.median();
    }

    public boolean mustHolds() {
        return row.goal().mustHolds(value());
    }

    public boolean aimHolds() {
        return row.goal().aimHolds(value());
    }

    public boolean isNoisy() {
        return measured != null && measured.isNoisy() || limit != null && limit.isNoisy();
    }

    /** An outcome of work that went wrong. */
    public static Outcome failed(Row row, Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new Outcome(row, null, null, cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }
}
