package io.consentry.bench.measure;

import java.util.List;

/** What several rounds gave. */
public record Amounts(String unit, List<Double> each) {

    /** Beyond this spread, as a share of the median, a figure says more about the machine than about the work. */
    private static final double NOISY = 0.4;

    public Amounts {
        each = each.stream().sorted().toList();
    }

    public double median() {
        int half = each.size() / 2;
        return each.size() % 2 == 1 ? each.get(half) : (each.get(half - 1) + each.get(half)) / 2;
    }

    public double least() {
        return each.get(0);
    }

    public double most() {
        return each.get(each.size() - 1);
    }

    public boolean isNoisy() {
        return most() - least() > NOISY * median();
    }
}
