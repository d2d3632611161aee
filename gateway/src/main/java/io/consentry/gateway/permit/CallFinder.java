package io.consentry.gateway.permit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the listed call that a request is. Literal segments win over variables. */
public final class CallFinder {

    private static final FoundCall NOTHING = new FoundCall.Unlisted();

    private final List<Entry> entries;

    /** Looks in these calls. */
    public CallFinder(List<Call> calls) {
        entries = calls.stream()
                .map(call -> new Entry(call, PathTemplate.of(call.template())))
                .sorted(Comparator.comparingInt(entry -> entry.template().vagueness()))
                .toList();
    }

    /** What this method and this undecoded path come to. */
    public FoundCall find(String method, String path) {
        List<String> segments = PathTemplate.split(path);
        TreeSet<String> otherMethods = new TreeSet<>();
        for (Entry entry : entries) {
            Optional<Map<String, String>> variables = entry.template().match(segments);
            if (variables.isPresent()) {
                if (entry.call().method().equals(method)) {
                    return new FoundCall.Listed(entry.call(), variables.get());
                }
                otherMethods.add(entry.call().method());
            }
        }
        return otherMethods.isEmpty() ? NOTHING : new FoundCall.OtherMethods(otherMethods);
    }

    private record Entry(Call call, PathTemplate template) {}
}
