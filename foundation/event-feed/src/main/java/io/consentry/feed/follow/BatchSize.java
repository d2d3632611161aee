package io.consentry.feed.follow;

/**
 * How many events are asked for at once: one at first, twice as many after each success, half as many after a failure.
 *
 * <p>What failed is not tried again at once, or every other batch would fail: half of it is the most, and twice as much
 * after twenty successes. Where even one event fails it is not for their number, and no size is remembered as too large.
 */
final class BatchSize {

    private static final int LARGEST = 200;
    private static final int UNTIL_MORE_IS_TRIED = 20;

    private int size = LARGEST;
    private int most = LARGEST;
    private int worked;

    void beginWithOne() {
        size = 1;
    }

    int now() {
        return size;
    }

    void worked() {
        if (++worked >= UNTIL_MORE_IS_TRIED) {
            worked = 0;
            most = Math.min(LARGEST, 2 * most);
        }
        size = Math.min(most, 2 * size);
    }

    void failed() {
        worked = 0;
        most = size == 1 ? LARGEST : size / 2;
        size = Math.max(1, size / 2);
    }
}
