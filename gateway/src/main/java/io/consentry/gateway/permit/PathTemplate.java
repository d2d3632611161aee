package io.consentry.gateway.permit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path as the API document writes it: literal segments, {@code {variables}}, and for the gateway's own pages a last
 * {@code *} for everything below.
 */
record PathTemplate(String text, List<String> segments) {

    private static final String EVERYTHING_BELOW = "*";

    static PathTemplate of(String text) {
        return new PathTemplate(text, split(text));
    }

    /** The values of the variables, if the path is one of this template. */
    Optional<Map<String, String>> match(List<String> path) {
        boolean open = !segments.isEmpty() && segments.get(segments.size() - 1).equals(EVERYTHING_BELOW);
        int fixed = open ? segments.size() - 1 : segments.size();
        if (open ? path.size() <= fixed : path.size() != fixed) {
            return Optional.empty();
        }
        for (int i = 0; i < fixed; i++) {
            String wanted = segments.get(i);
            boolean named = isVariable(wanted) && !path.get(i).isEmpty();
            if (!named && !wanted.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables(path, fixed));
    }

    /** Gathered only of the template that a path is of: each request is held against all of them. */
    private Map<String, String> variables(List<String> path, int fixed) {
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < fixed; i++) {
            String wanted = segments.get(i);
            if (isVariable(wanted)) {
                variables.put(wanted.substring(1, wanted.length() - 1), path.get(i));
            }
        }
        return variables;
    }

    /** How many variables it has: of two templates that match, the one with fewer is meant. */
    int vagueness() {
        return (int) segments.stream()
                .filter(segment -> isVariable(segment) || segment.equals(EVERYTHING_BELOW))
                .count();
    }

    /** The segments between the slashes; a trailing slash gives an empty one, which matches nothing. */
    static List<String> split(String path) {
        List<String> segments = new ArrayList<>();
        if (path.length() > 1) {
            int from = 1;
            for (int slash = path.indexOf('/', from); slash >= 0; slash = path.indexOf('/', from)) {
                segments.add(path.substring(from, slash));
                from = slash + 1;
            }
            segments.add(path.substring(from));
        }
        return segments;
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }
}
