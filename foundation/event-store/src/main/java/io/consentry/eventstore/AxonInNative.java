package io.consentry.eventstore;

import io.quarkus.runtime.annotations.RegisterForProxy;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.sql.Connection;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.MultiSourceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;

/**
 * What the framework reaches by reflection and a native image would leave out. Most of it fails in silence there: a
 * token that is not registered is stored as an empty object. The names are those in the framework's own service files.
 */
@RegisterForReflection(
        targets = {
            GapAwareTrackingToken.class,
            GlobalSequenceTrackingToken.class,
            MergedTrackingToken.class,
            MultiSourceTrackingToken.class,
            ReplayToken.class,
            ConfigToken.class,
            TimeOrderedIdentifiers.class
        },
        classNames = {
            "org.axonframework.commandhandling.CurrentUnitOfWorkParameterResolverFactory",
            "org.axonframework.commandhandling.MethodCommandHandlerDefinition",
            "org.axonframework.common.property.BeanPropertyAccessStrategy",
            "org.axonframework.common.property.DirectPropertyAccessStrategy",
            "org.axonframework.common.property.UniformPropertyAccessStrategy",
            "org.axonframework.deadline.annotation.DeadlineMethodMessageHandlerDefinition",
            "org.axonframework.eventhandling.ConcludesBatchParameterResolverFactory",
            "org.axonframework.eventhandling.SequenceNumberParameterResolverFactory",
            "org.axonframework.eventhandling.TimestampParameterResolverFactory",
            "org.axonframework.eventhandling.TrackingTokenParameterResolverFactory",
            "org.axonframework.eventhandling.replay.ReplayAwareMessageHandlerWrapper",
            "org.axonframework.eventhandling.replay.ReplayContextParameterResolverFactory",
            "org.axonframework.eventhandling.replay.ReplayParameterResolverFactory",
            "org.axonframework.eventsourcing.conflictresolution.ConflictResolution",
            "org.axonframework.messaging.annotation.AggregateTypeParameterResolverFactory",
            "org.axonframework.messaging.annotation.AnnotatedMessageHandlingMemberDefinition",
            "org.axonframework.messaging.annotation.DefaultParameterResolverFactory",
            "org.axonframework.messaging.annotation.InterceptorChainParameterResolverFactory",
            "org.axonframework.messaging.annotation.MessageHandlerInterceptorDefinition",
            "org.axonframework.messaging.annotation.MessageIdentifierParameterResolverFactory",
            "org.axonframework.messaging.annotation.ResultParameterResolverFactory",
            "org.axonframework.messaging.annotation.ScopeDescriptorParameterResolverFactory",
            "org.axonframework.messaging.annotation.SourceIdParameterResolverFactory",
            "org.axonframework.messaging.deadletter.DeadLetterParameterResolverFactory",
            "org.axonframework.modelling.command.inspection.AggregateMemberAnnotatedChildEntityCollectionDefinition",
            "org.axonframework.modelling.command.inspection.AggregateMemberAnnotatedChildEntityDefinition",
            "org.axonframework.modelling.command.inspection.AggregateMemberAnnotatedChildEntityMapDefinition",
            "org.axonframework.modelling.command.inspection.MethodCommandHandlerInterceptorDefinition",
            "org.axonframework.modelling.command.inspection.MethodCreationPolicyDefinition",
            "org.axonframework.modelling.saga.EndSagaMessageHandlerDefinition",
            "org.axonframework.modelling.saga.SagaMethodMessageHandlerDefinition",
            "org.axonframework.queryhandling.annotation.MethodQueryMessageHandlerDefinition",
            "org.axonframework.serialization.converters.BlobToInputStreamConverter",
            "org.axonframework.serialization.converters.ByteArrayToInputStreamConverter",
            "org.axonframework.serialization.converters.ByteArrayToStringConverter",
            "org.axonframework.serialization.converters.InputStreamToByteArrayConverter",
            "org.axonframework.serialization.converters.StringToByteArrayConverter"
        })
@RegisterForProxy(targets = {Connection.class})
final class AxonInNative {

    private AxonInNative() {}
}
