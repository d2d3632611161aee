package io.consentry.local.playdemo;

import java.io.PrintWriter;
import java.util.Locale;

/** Tells a story on a narrow terminal: numbered steps, plain sentences, and facts under each other. */
final class Narrator {

    private static final int WIDTH = 72;
    private static final String INDENT = "    ";

    private final PrintWriter out;
    private int steps;

    Narrator(PrintWriter out) {
        this.out = out;
    }

    /** Begins the next step. */
    void step(String title) {
        steps++;
        out.println();
        out.println(String.format(Locale.ROOT, "%2d  %s", steps, title));
        out.flush();
    }

    /** Says a sentence, wrapped. */
    void say(String sentence) {
        StringBuilder line = new StringBuilder(INDENT);
        for (String word : sentence.split(" ", -1)) {
            if (line.length() + word.length() >= WIDTH) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(INDENT);
            }
            line.append(word).append(' ');
        }
        out.println(line.toString().stripTrailing());
        out.flush();
    }

    /** States a fact. */
    void fact(String name, String value) {
        out.println(String.format(Locale.ROOT, "      %-15s %s", name, value));
        out.flush();
    }

    int steps() {
        return steps;
    }
}
