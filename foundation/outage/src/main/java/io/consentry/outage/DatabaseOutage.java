package io.consentry.outage;

import io.consentry.web.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** What a caller is told whose request the database would refuse to anyone at this moment: to send it again. */
public final class DatabaseOutage {

    private static final Logger LOG = Logger.getLogger(DatabaseOutage.class);

    private DatabaseOutage() {}

    /**
     * The problem to answer with. Writes down, in one line, what the database said: while it is away every request fails
     * alike, and where in our code each of them failed says nothing.
     *
     * @param failure one that may pass, see {@link io.consentry.database.WhoseDoing#mayPass(Throwable)}
     */
    public static HttpProblem problem(Throwable failure) {
        LOG.errorf("The database keeps or gives nothing now: %s", firstLineOfCause(failure));
        // Not that nothing was done: a connection that is lost while a change is committed leaves that open.
        return ProblemType.UNAVAILABLE.because("Nothing can be kept or read now. Send the same again.");
    }

    private static String firstLineOfCause(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .reduce((outer, inner) -> inner)
                .map(Throwable::toString)
                .flatMap(text -> text.lines().findFirst())
                .orElse("");
    }
}
