package io.consentry.local.checknative;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Executable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What of a service is reached by reflection: the classes whose methods handle messages, and the messages with
 * everything they are made of.
 *
 * <p>Found from the compiled classes and not from a list, so that a new event is asked after without anybody thinking of
 * it. A class that is missing in a native binary fails in silence: an unregistered event is stored as an empty object.
 */
final class ReflectiveNeeds {

    private static final String OURS = "io.consentry.";
    /** Axon's annotations for handlers of commands, events and queries carry this one. */
    private static final String HANDLER = "org.axonframework.messaging.annotation.MessageHandler";

    private final Set<String> needed = new TreeSet<>();

    private ReflectiveNeeds() {}

    /** The needs of the classes in a folder. */
    static Set<String> of(Path classes, ClassLoader loader) throws IOException {
        ReflectiveNeeds needs = new ReflectiveNeeds();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".class")).toList()) {
                String name = classes.relativize(file).toString().replace('/', '.');
                needs.look(load(name.substring(0, name.length() - ".class".length()), loader));
            }
        }
        return needs.needed;
    }

    /** A message and everything it is made of. */
    static Set<String> ofMessage(String name, ClassLoader loader) {
        ReflectiveNeeds needs = new ReflectiveNeeds();
        needs.need(load(name, loader));
        return needs.needed;
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalStateException("Cannot look into " + name, e);
        }
    }

    private void look(Class<?> type) {
        if (type.getSimpleName().equals("package-info")) {
            return;
        }
        Stream<Executable> members =
                Stream.concat(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()));
        for (Executable member : members.toList()) {
            if (Arrays.stream(member.getAnnotations()).anyMatch(ReflectiveNeeds::isHandler)) {
                needed.add(type.getName());
                if (member.getParameterCount() > 0) {
                    need(member.getParameterTypes()[0]);
                }
            }
        }
    }

    private static boolean isHandler(Annotation annotation) {
        return Arrays.stream(annotation.annotationType().getAnnotations())
                .anyMatch(meta -> meta.annotationType().getName().equals(HANDLER));
    }

    private void need(Type type) {
        if (type instanceof ParameterizedType generic) {
            List.of(generic.getActualTypeArguments()).forEach(this::need);
        }
        if (type instanceof Class<?> concrete && concrete.getName().startsWith(OURS)) {
            needClass(concrete);
        }
    }

    private void needClass(Class<?> type) {
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(this::need);
        }
        if (type.isInterface() || !needed.add(type.getName())) {
            return;
        }
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                need(component.getGenericType());
            }
        }
    }
}
