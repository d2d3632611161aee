package io.consentry.gateway.permit;

/** What the matrix says of a caller and a call. */
public enum Verdict {
    ALLOWED,
    /** No grant is about the caller's roles: 403. */
    WRONG_ROLE,
    /** The role would do, the organisation is another's: 404, as if there were nothing. */
    OTHER_ORGANISATION
}
