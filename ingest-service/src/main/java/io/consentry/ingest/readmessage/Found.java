package io.consentry.ingest.readmessage;

import org.hl7.fhir.dstu3.model.Base;

/**
 * An element and where it stands in the message.
 *
 * @param <E> the element's type
 */
public final class Found<E extends Base> {

    private final Placed<?> in;
    private final Trail trail;
    private final E element;

    Found(Placed<?> in, Trail trail, E element) {
        this.in = in;
        this.trail = trail;
        this.element = element;
    }

    /** The resource that holds it. */
    public Placed<?> in() {
        return in;
    }

    /** FHIRPath from the outer Bundle. */
    public String path() {
        return trail.path();
    }

    /** What the element is called where it stands. */
    public String name() {
        return trail.name();
    }

    public E element() {
        return element;
    }

    /** Prints nothing of the patient. */
    @Override
    public String toString() {
        return path();
    }
}
