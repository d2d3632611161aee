package io.consentry.eventstore;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.serialization.SerializedType;

/**
 * The names and revisions under which a service's events stand in its store.
 *
 * <p>A class may be renamed or moved; a stored name lives as long as the store. So names are given here, one by one,
 * and a class without a name cannot be stored at all.
 *
 * <p>Immutable: {@link #with} gives a longer list.
 */
public final class EventNames {

    private final Map<Class<?>, NameAndRevision> byClass;
    private final Map<String, Class<?>> byName;

    private EventNames(Map<Class<?>, NameAndRevision> byClass, Map<String, Class<?>> byName) {
        this.byClass = Map.copyOf(byClass);
        this.byName = Map.copyOf(byName);
    }

    public static EventNames none() {
        return new EventNames(Map.of(), Map.of());
    }

    /**
     * Adds a name.
     *
     * @param name as it is stored, for example {@code PracticeOptedOut}
     * @param revision of the payload's shape that is written now; older ones are brought up by an upcaster
     * @throws IllegalArgumentException when the name or the class is taken
     */
    public EventNames with(String name, String revision, Class<?> type) {
        Map<Class<?>, NameAndRevision> classes = new HashMap<>(byClass);
        Map<String, Class<?>> names = new HashMap<>(byName);
        if (classes.put(type, new NameAndRevision(name, revision)) != null || names.put(name, type) != null) {
            throw new IllegalArgumentException("Named twice: " + name + " for " + type.getName());
        }
        return new EventNames(classes, names);
    }

    boolean isEmpty() {
        return byClass.isEmpty();
    }

    /** The stored name and current revision of a class, if it has one. */
    public Optional<NameAndRevision> of(Class<?> type) {
        return Optional.ofNullable(byClass.get(type));
    }

    /** The class that events of this name are read into. */
    public Optional<Class<?>> typeNamed(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Whether this is how a class is labelled now, and not by an earlier shape of it. */
    boolean isOfToday(SerializedType label) {
        return typeNamed(label.getName())
                .flatMap(this::of)
                .filter(today -> today.revision().equals(label.getRevision()))
                .isPresent();
    }

    /** Every named class, for tests that compare each with its approved form. */
    public Set<Class<?>> types() {
        return byClass.keySet();
    }

    /** How a payload is labelled in the store. */
    public record NameAndRevision(String name, String revision) {}
}
