package io.consentry.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a logger writes while this is open. */
public final class LogLines implements AutoCloseable {

    private final List<LogRecord> lines = new CopyOnWriteArrayList<>();
    private final Logger logger;
    private final Handler collector = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private LogLines(Logger logger) {
        this.logger = logger;
        logger.addHandler(collector);
    }

    /** From now on. */
    public static LogLines of(String logger) {
        return new LogLines(Logger.getLogger(logger));
    }

    /** All of it so far. */
    public List<LogRecord> all() {
        return List.copyOf(lines);
    }

    /** What each of them says. */
    public List<String> messages() {
        return lines.stream().map(LogRecord::getMessage).toList();
    }

    @Override
    public void close() {
        logger.removeHandler(collector);
    }
}
