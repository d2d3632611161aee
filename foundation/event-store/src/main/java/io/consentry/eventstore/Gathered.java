package io.consentry.eventstore;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** What one handler gathers in the unit of work at hand, in order. It goes with the unit of work. */
public final class Gathered<T> {

    private final String resource = "gathered-" + System.identityHashCode(this);

    public void add(T one) {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get().root();
        List<T> all = unitOfWork.getOrComputeResource(resource, key -> new ArrayList<>());
        all.add(one);
    }

    /** All of it; afterwards there is none. */
    public List<T> take() {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get().root();
        List<T> all = unitOfWork.getResource(resource);
        unitOfWork.resources().remove(resource);
        return all == null ? List.of() : all;
    }
}
