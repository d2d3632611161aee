package io.consentry.ingest.readmessage;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeChildContainedResources;
import ca.uhn.fhir.context.RuntimeChildDirectResource;
import ca.uhn.fhir.context.RuntimeChildExtension;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.dstu3.model.Base;
import org.hl7.fhir.dstu3.model.Extension;
import org.hl7.fhir.dstu3.model.Narrative;
import org.hl7.fhir.dstu3.model.Patient;
import org.hl7.fhir.dstu3.model.Property;
import org.hl7.fhir.dstu3.model.Resource;
import org.hl7.fhir.instance.model.api.IBase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Two descriptions of the same model must agree, or something that was sent could be passed over. */
class ChildrenTest {

    private static final FhirContext FHIR = Stu3.context();

    @TestFactory
    Stream<DynamicTest> everyTypeHolds_whatItSaysItHolds() throws ReflectiveOperationException {
        return elements()
                .map(element -> DynamicTest.dynamicTest(element.getClass().getSimpleName(), () -> assertThat(
                                Children.of(element).stream().map(child -> child.name() + (child.single() ? "" : "*")))
                        .containsAll(described(element))));
    }

    @TestFactory
    Stream<DynamicTest> whateverIsPutIntoAType_isFoundThere() throws ReflectiveOperationException {
        return elements()
                .filter(element -> !(element instanceof Narrative))
                .map(element -> DynamicTest.dynamicTest(element.getClass().getSimpleName(), () -> {
                    List<Base> put = fill(element);
                    assertThat(Children.of(element).stream().flatMap(child -> Stream.of(child.in(element))))
                            .containsExactlyInAnyOrderElementsOf(put);
                }));
    }

    /** One of everything that the type may hold, put there by the parser's own model. */
    private static List<Base> fill(Base element) {
        List<Base> put = new ArrayList<>();
        for (BaseRuntimeChildDefinition child : definition(element).getChildren()) {
            IBase value = value(child);
            child.getMutator().addValue(element, value);
            put.add((Base) value);
        }
        return put;
    }

    private static IBase value(BaseRuntimeChildDefinition child) {
        if (child instanceof RuntimeChildExtension) {
            return new Extension();
        }
        if (child instanceof RuntimeChildContainedResources || child instanceof RuntimeChildDirectResource) {
            return new Patient();
        }
        return child.getChildByName(child.getValidChildNames().iterator().next())
                .newInstance(child.getInstanceConstructorArguments());
    }

    private static BaseRuntimeElementCompositeDefinition<?> definition(Base element) {
        return (BaseRuntimeElementCompositeDefinition<?>)
                (element instanceof Resource resource
                        ? FHIR.getResourceDefinition(resource)
                        : FHIR.getElementDefinition(element.getClass()));
    }

    private static Stream<Base> elements() throws ReflectiveOperationException {
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
        return elements.stream().filter(element -> !element.isPrimitive());
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
