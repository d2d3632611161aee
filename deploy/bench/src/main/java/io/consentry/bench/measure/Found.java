package io.consentry.bench.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * What came to light while another row was measured, such as the processor time of the same requests: it needs no run of its
 * own. The row that measures adds an amount with each of its runs, and stands above the one that shows them.
 */
public final class Found implements Row.Once {

    private final List<Double> each = new ArrayList<>();

    public void add(double amount) {
        each.add(amount);
    }

    /** The newest. */
    @Override
    public double measure() {
        return last(1).get(0);
    }

    /** The newest ones: those before them came while the work was not steady yet. */
    List<Double> last(int count) {
        if (each.isEmpty()) {
            throw new IllegalStateException("The row that finds this was not measured");
        }
        return List.copyOf(each.subList(Math.max(0, each.size() - count), each.size()));
    }
}
