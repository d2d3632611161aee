package io.consentry.ingest.catalogue;

/** The catalogue cannot be read now. */
public class CatalogueUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CatalogueUnavailableException(Throwable cause) {
        super("The catalogue of services cannot be read", cause);
    }
}
