package io.consentry.filing.readoriginal;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.model.api.annotation.Child;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.dstu3.model.Bundle;
import org.hl7.fhir.dstu3.model.ClinicalImpression;
import org.hl7.fhir.dstu3.model.Composition;
import org.hl7.fhir.dstu3.model.Condition;
import org.hl7.fhir.dstu3.model.Encounter;
import org.hl7.fhir.dstu3.model.MedicationDispense;
import org.hl7.fhir.dstu3.model.Observation;
import org.hl7.fhir.dstu3.model.Organization;
import org.hl7.fhir.dstu3.model.Patient;
import org.hl7.fhir.dstu3.model.Practitioner;
import org.hl7.fhir.dstu3.model.PractitionerRole;
import org.hl7.fhir.dstu3.model.Provenance;
import org.hl7.fhir.dstu3.model.Resource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EncodedInNativeTest {

    private static final String MODEL = "org.hl7.fhir.dstu3.model.";
    private static final List<Class<?>> FILED = List.of(
            Bundle.class,
            Composition.class,
            Patient.class,
            Organization.class,
            Practitioner.class,
            PractitionerRole.class,
            Encounter.class,
            ClinicalImpression.class,
            Observation.class,
            MedicationDispense.class,
            Condition.class,
            Provenance.class);

    @Test
    void everyTypeOfAFiledDocument_isRegistered() {
        Set<Class<?>> types = new HashSet<>();
        FILED.forEach(resource -> add(types, resource));
        Set<String> needed = types.stream()
                .map(type -> type.getName().replaceAll("\\$.*", ""))
                .collect(Collectors.toSet());

        Set<String> registered = Set.of(
                EncodedInNative.class.getAnnotation(RegisterForReflection.class).classNames());

        assertThat(needed).hasSizeGreaterThan(50).isSubsetOf(registered);
    }

    private static void add(Set<Class<?>> needed, @Nullable Class<?> type) {
        if (type == null || !type.getName().startsWith(MODEL)) {
            return;
        }
        if (needed.add(type)) {
            add(needed, type.getSuperclass());
            for (Field field : type.getDeclaredFields()) {
                Child child = field.getAnnotation(Child.class);
                if (child != null) {
                    addAll(needed, field.getGenericType());
                    for (Class<?> choice : child.type()) {
                        addUnlessResource(needed, choice);
                    }
                }
            }
        }
    }

    private static void addAll(Set<Class<?>> needed, Type type) {
        if (type instanceof Class<?> plain) {
            addUnlessResource(needed, plain);
        } else if (type instanceof ParameterizedType generic) {
            addAll(needed, generic.getRawType());
            for (Type argument : generic.getActualTypeArguments()) {
                addAll(needed, argument);
            }
        }
    }

    /** What a reference may point at is written as text. */
    private static void addUnlessResource(Set<Class<?>> needed, Class<?> type) {
        if (!Resource.class.isAssignableFrom(type) || type == Resource.class) {
            add(needed, type);
        }
    }
}
