package io.consentry.eventstore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.ReflectionUtils;
import org.axonframework.common.annotation.AnnotationUtils;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/**
 * Which stream a command is for: what its method annotated with {@link TargetAggregateIdentifier} says. The method is looked
 * for once a type; the framework's own resolver looks through all annotations of all members for each command, twice. No
 * command of ours names the version by annotation: it decides about that itself.
 */
final class TargetsByType implements CommandTargetResolver {

    private final ClassValue<Method> identifiers = new ClassValue<>() {
        @Override
        protected Method computeValue(Class<?> type) {
            Method identifier = StreamSupport.stream(
                            ReflectionUtils.methodsOf(type).spliterator(), false)
                    .filter(method -> method.getParameterCount() == 0
                            && AnnotationUtils.isAnnotationPresent(method, TargetAggregateIdentifier.class))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException(type.getName() + " does not say which stream it is for"));
            return ReflectionUtils.ensureAccessible(identifier);
        }
    };

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        Object payload = command.getPayload();
        try {
            Object identifier = identifiers.get(payload.getClass()).invoke(payload);
            return new VersionedAggregateIdentifier(Objects.requireNonNull(identifier), null);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException(payload.getClass().getName() + " cannot say which stream it is for", e);
        }
    }
}
