package io.consentry.bench.measure;

/**
 * What a row must reach, and what it aims for.
 *
 * @param ratio whether it is a share of the limit, and more is better; else an amount, and less is better
 */
public record Goal(boolean ratio, double must, double aim) {

    /** At least this share of the limit. */
    public static Goal share(double must, double aim) {
        return new Goal(true, must, aim);
    }

    /** At most this amount, in the unit of the row. */
    public static Goal atMost(double must, double aim) {
        return new Goal(false, must, aim);
    }

    /** Nothing: the row is there to be read. */
    public static Goal none() {
        return new Goal(false, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    boolean isNone() {
        return Double.isInfinite(must);
    }

    boolean mustHolds(double value) {
        return ratio ? value >= must : value <= must;
    }

    boolean aimHolds(double value) {
        return ratio ? value >= aim : value <= aim;
    }
}
