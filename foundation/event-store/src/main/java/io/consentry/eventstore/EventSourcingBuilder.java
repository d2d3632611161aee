package io.consentry.eventstore;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurationParameterResolverFactory;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.EventProcessingConfigurer.PooledStreamingProcessorConfiguration;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.statements.AppendEventsStatementBuilder;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/** Describes the event sourcing of one service; see {@link EventSourcing#on}. */
public final class EventSourcingBuilder {

    /** How soon a processor that failed, or whose process is gone, is taken up again. One small read each time. */
    private static final Duration TAKEN_UP_AGAIN = Duration.ofSeconds(1);

    /** Handlers run before ones that the framework would assign by package. */
    private static final int ASSIGNED_BY_NAME = 100;

    private final LocalTransactions transactions;
    // Without the modules found on the class path: the only one that exists calls home.
    private final Configurer axon = DefaultConfigurer.defaultConfiguration(false);
    private EventNames names = EventNames.none();
    private EventNames snapshots = EventNames.none();
    private EventSchema schema = StoreSchema.standard();
    private @Nullable AppendEventsStatementBuilder append;

    EventSourcingBuilder(LocalTransactions transactions) {
        this.transactions = transactions;
        NothingLeavesTheMachine.tellAxon();
        axon.registerComponent(TransactionManager.class, c -> transactions)
                .registerComponent(ParameterResolverFactory.class, this::handlerParameters)
                .registerComponent(CommandTargetResolver.class, c -> new TargetsByType());
        axon.eventProcessing(processing -> processing
                .registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(c -> PropagatingErrorHandler.instance())
                .registerDefaultTransactionManager(c -> transactions));
    }

    /** The names of this service's events. */
    public EventSourcingBuilder events(EventNames eventNames) {
        names = eventNames;
        return this;
    }

    /** Other tables or columns than the standard ones. */
    public EventSourcingBuilder schema(EventSchema other) {
        schema = other;
        return this;
    }

    /** Another way to insert events, for a table that computes some of its columns. */
    public EventSourcingBuilder appendWith(AppendEventsStatementBuilder statement) {
        append = statement;
        return this;
    }

    /** Brings up events of an older revision as they are read. */
    public EventSourcingBuilder upcaster(EventUpcaster upcaster) {
        axon.registerEventUpcaster(c -> upcaster);
        return this;
    }

    /** Metadata of a command that its events shall carry too. */
    public EventSourcingBuilder carry(String... keys) {
        axon.configureCorrelationDataProviders(c -> List.of(new SimpleCorrelationDataProvider(keys)));
        return this;
    }

    /** An event-sourced aggregate. */
    public EventSourcingBuilder aggregate(Class<?> type) {
        axon.configureAggregate(type);
        return this;
    }

    /**
     * An event-sourced aggregate whose long streams are kept as snapshots.
     *
     * @param snapshotEvery how many events after the last snapshot the next is taken
     * @param shape of the aggregate's fields: change it with them, and snapshots of another shape are not read
     */
    public <A> EventSourcingBuilder aggregate(Class<A> type, int snapshotEvery, String shape) {
        snapshots = snapshots.with(type.getSimpleName(), shape, type);
        axon.configureAggregate(AggregateConfigurer.defaultConfiguration(type)
                .configureSnapshotTrigger(
                        c -> new EventCountSnapshotTriggerDefinition(c.snapshotter(), snapshotEvery)));
        return this;
    }

    /** An object with command handlers that is no aggregate. */
    public EventSourcingBuilder commandHandler(Object handler) {
        axon.registerCommandHandler(c -> handler);
        return this;
    }

    /**
     * A handler told of each event in the very transaction that stores it. When it fails, the event is not stored. A
     * handler method with a parameter of type {@code java.sql.Connection} is given the transaction's. What a handler
     * {@linkplain GathersWrites gathers} is written when the transaction is about to commit.
     *
     * @param name of the processor, unique in the service
     */
    public EventSourcingBuilder subscribing(String name, Object handler) {
        Object told =
                handler instanceof GathersWrites gathering ? new WritingAtTheEnd(transactions, gathering) : handler;
        return handling(name, List.of(told), processing -> processing
                .registerSubscribingEventProcessor(name)
                // It always runs inside the command's transaction; a savepoint each would only cost time.
                .registerTransactionManager(name, c -> NoTransactionManager.instance()));
    }

    /**
     * A handler told of each event after its commit, from the first event on, with a position of its own that is kept
     * in the transaction of the handler's writes.
     *
     * @param name of the processor, unique in the service; its position is kept under it
     * @param segments how many events may be handled at once; those of one stream stay in order
     * @param batch how many events share a transaction at most
     */
    public EventSourcingBuilder streaming(String name, Object handler, int segments, int batch) {
        return streaming(name, List.of(handler), segments, batch);
    }

    /** As the other, for several handlers that share the position and the transaction. */
    public EventSourcingBuilder streaming(String name, List<?> handlers, int segments, int batch) {
        return streaming(name, handlers, segments, batch, unitOfWork -> false);
    }

    private EventSourcingBuilder streaming(
            String name, List<?> handlers, int segments, int batch, Predicate<UnitOfWork<?>> nothingToHurryFor) {
        PooledStreamingProcessorConfiguration settings = (c, processor) -> processor
                .initialSegmentCount(segments)
                .tokenClaimInterval(TAKEN_UP_AGAIN.toMillis())
                .batchSize(batch)
                .initialToken(StreamableMessageSource::createTailToken);
        return handling(
                name,
                handlers,
                processing -> processing.registerPooledStreamingEventProcessor(
                        name,
                        c -> new PromptEvents(
                                c.eventStore(), c.getComponent(PostgresEventStorage.class), nothingToHurryFor),
                        settings));
    }

    /**
     * As the other, and an event that cannot be applied is put aside with its cause, with every later event of its
     * stream, while other streams go on: see {@link EventSourcing#deadLetters}. What the handlers write for one event is
     * all there or none of it. The table is created by the migration at {@code db/deadletters}.
     */
    public EventSourcingBuilder streamingWithDeadLetters(String name, List<?> handlers, int segments, int batch) {
        streaming(name, List.of(AllHandlersOrNone.of(transactions, handlers)), segments, batch);
        return puttingAside(name);
    }

    /**
     * As the other, and ahead of the processor the handlers are told what {@linkplain EventSourcing#sendTogether commands that
     * are sent together} append, in the transaction that stores it. Whoever sent them finds it shown, and the processor finds
     * it applied: to be told again must change nothing.
     *
     * @param shown how far the handlers' tables show a stream
     */
    public EventSourcingBuilder streamingAndToldAhead(
            String name, List<?> handlers, int segments, int batch, ShownSoFar shown) {
        ToldAhead ahead = new ToldAhead(AllHandlersOrNone.of(transactions, handlers), shown);
        subscribing(name + "-ahead", ahead);
        AllHandlersOrNone behind = AllHandlersOrNone.of(transactions, handlers, ahead::hasTold);
        streaming(name, List.of(behind), segments, batch, ahead::hasToldAllOf);
        return puttingAside(name);
    }

    private EventSourcingBuilder puttingAside(String name) {
        axon.eventProcessing(processing -> PuttingAside.of(name, transactions).configure(processing));
        return this;
    }

    private EventSourcingBuilder handling(
            String name, List<?> handlers, Consumer<EventProcessingConfigurer> processor) {
        axon.eventProcessing(processing -> {
            handlers.forEach(handler -> processing.registerEventHandler(c -> handler));
            processing.assignHandlerInstancesMatching(
                    name, ASSIGNED_BY_NAME, candidate -> handlers.stream().anyMatch(handler -> handler == candidate));
        });
        axon.eventProcessing(processor);
        return this;
    }

    private ParameterResolverFactory handlerParameters(Configuration configuration) {
        return MultiParameterResolverFactory.ordered(
                AllHandlersOrNone.parameters(transactions), new ConfigurationParameterResolverFactory(configuration));
    }

    /** The event sourcing, not yet started. */
    public EventSourcing build() {
        NamedEventSerializer events = new NamedEventSerializer(names);
        JacksonSerializer everythingElse = JacksonSerializer.builder()
                .objectMapper(NamedEventSerializer.mapper())
                .build();
        axon.configureSerializer(c -> everythingElse)
                .configureMessageSerializer(c -> everythingElse)
                .configureEventSerializer(c -> events)
                .configureCommandBus(this::commandBus)
                .registerComponent(PostgresEventStorage.class, c -> storage(events, c.upcasterChain()))
                .registerComponent(EventStorageEngine.class, c -> c.getComponent(PostgresEventStorage.class))
                .configureEmbeddedEventStore(c -> c.getComponent(EventStorageEngine.class));
        axon.eventProcessing(processing -> processing.registerTokenStore(c -> JdbcTokenStore.builder()
                .connectionProvider(transactions)
                .schema(StoreSchema.tokens())
                .serializer(everythingElse)
                .build()));
        EventSourcing eventSourcing = new EventSourcing(axon.buildConfiguration(), transactions);
        NothingLeavesTheMachine.require(eventSourcing.configuration());
        return eventSourcing;
    }

    private CommandBus commandBus(Configuration configuration) {
        CommandBus commands = SimpleCommandBus.builder()
                .transactionManager(transactions)
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .build();
        commands.registerHandlerInterceptor(new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        return commands;
    }

    private PostgresEventStorage storage(NamedEventSerializer events, EventUpcaster upcasters) {
        JdbcEventStorageEngine.Builder settings = PostgresEventStorage.settings(transactions)
                .eventSerializer(events)
                .snapshotSerializer(new NamedEventSerializer(snapshots))
                .snapshotFilter(
                        snapshot -> snapshots.isOfToday(snapshot.getPayload().getType()))
                .upcasterChain(upcasters);
        return new PostgresEventStorage(
                append == null ? settings : settings.appendEvents(append), schema, !snapshots.isEmpty());
    }
}
