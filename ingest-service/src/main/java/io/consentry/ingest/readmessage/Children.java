package io.consentry.ingest.readmessage;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.dstu3.model.Base;
import org.hl7.fhir.dstu3.model.Resource;

/**
 * What an element of a type may hold, by the parser's own model. It is looked up once for each type; what an element says
 * of itself is made anew for each element, with a description of everything that is not there.
 */
final class Children {

    private static final Map<Class<?>, List<Child>> OF_TYPES = new ConcurrentHashMap<>();

    private Children() {}

    /**
     * One of them.
     *
     * @param name without the mark of a choice of types
     * @param hash of the name, by which an element finds what it has under it
     * @param single whether there can be only one
     * @param shown whether a reviewer sees it
     * @param modifies whether it may turn what stands beside it into its opposite
     */
    record Child(String name, int hash, boolean single, boolean shown, boolean modifies) {

        /** Those that are there. Read by the element itself: the model's accessor does it by reflection, at thrice the cost. */
        Base[] in(Base element) {
            return element.getProperty(hash, name, true);
        }
    }

    static List<Child> of(Base element) {
        List<Child> known = OF_TYPES.get(element.getClass());
        // Where it is absent only: that way locks.
        return known == null ? OF_TYPES.computeIfAbsent(element.getClass(), type -> lookUp(element)) : known;
    }

    private static List<Child> lookUp(Base element) {
        FhirContext fhir = Stu3.context();
        BaseRuntimeElementCompositeDefinition<?> type = (BaseRuntimeElementCompositeDefinition<?>)
                (element instanceof Resource resource
                        ? fhir.getResourceDefinition(resource)
                        : fhir.getElementDefinition(element.getClass()));
        return type.getChildren().stream()
                .map(child -> child(element.fhirType(), child))
                .toList();
    }

    private static Child child(String type, BaseRuntimeChildDefinition definition) {
        String name = definition.getElementName().replace("[x]", "");
        return new Child(
                name, name.hashCode(), definition.getMax() == 1, Shown.element(type, name), Shown.modifies(name));
    }
}
