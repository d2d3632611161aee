package io.consentry.outage;

import io.consentry.database.WhoseDoing;
import io.quarkiverse.resteasy.problem.DefaultExceptionMapper;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers whatever fails because the database is away, full or busy with 503 instead of 500, whoever wrapped the failure.
 * Everything else that nobody expected stays a fault of ours.
 */
@Provider
@Priority(AnswerOutages.BEFORE_THE_LIBRARYS)
public class AnswerOutages implements ExceptionMapper<Exception> {

    /** The library's own mapper of everything has 999, and the lower goes first. */
    static final int BEFORE_THE_LIBRARYS = 500;

    private final DefaultExceptionMapper faults = new DefaultExceptionMapper();

    @Override
    public Response toResponse(Exception failure) {
        return WhoseDoing.mayPass(failure) ? DatabaseOutage.problem(failure).toResponse() : faults.toResponse(failure);
    }
}
