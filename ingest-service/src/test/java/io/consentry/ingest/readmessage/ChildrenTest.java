package io.consentry.ingest.readmessage;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.dstu3.model.Base;
import org.hl7.fhir.dstu3.model.Property;
import org.hl7.fhir.dstu3.model.Resource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Two descriptions of the same model must agree, or something that was sent could be passed over. */
class ChildrenTest {

    private static final FhirContext FHIR = FhirContext.forDstu3Cached();

    @TestFactory
    Stream<DynamicTest> everyTypeHolds_whatItSaysItHolds() throws ReflectiveOperationException {
        List<Base> elements = new ArrayList<>();
        for (String type : FHIR.getResourceTypes()) {
            elements.add((Base) FHIR.getResourceDefinition(type).newInstance());
        }
        for (BaseRuntimeElementDefinition<?> definition : FHIR.getElementDefinitions()) {
            Class<?> type = definition.getImplementingClass();
            if (Base.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                elements.add((Base) type.getDeclaredConstructor().newInstance());
            }
        }
        assertThat(elements).hasSizeGreaterThan(400).hasAtLeastOneElementOfType(Resource.class);
        return elements.stream()
                .filter(element -> !element.isPrimitive())
                .map(element -> DynamicTest.dynamicTest(element.getClass().getSimpleName(), () -> assertThat(
                                Children.of(element).stream().map(child -> child.name() + (child.single() ? "" : "*")))
                        .containsAll(described(element))));
    }

    private static List<String> described(Base element) {
        return element.children().stream()
                .map(property -> property.getName().replace("[x]", "") + mark(property))
                .filter(name -> !name.equals("extension*"))
                .toList();
    }

    private static String mark(Property property) {
        return property.getMaxCardinality() == 1 ? "" : "*";
    }
}
