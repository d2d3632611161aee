package io.consentry.eventstore;

import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;

/** Lets one processor put aside what cannot be applied, in the transaction of its position. */
record PuttingAside(String processor, LocalTransactions transactions) {

    /** With a full queue the processor could put nothing aside any more, and would stand still for everybody. */
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    static PuttingAside of(String processor, LocalTransactions transactions) {
        return new PuttingAside(processor, transactions);
    }

    void configure(EventProcessingConfigurer processing) {
        processing
                .registerDeadLetterQueue(processor, this::queue)
                .registerDeadLetterPolicy(processor, c -> new WhatIsWrongWithTheEvent())
                .registerDeadLetteringEventHandlerInvokerConfiguration(
                        processor, (c, invoker) -> invoker.enableSequenceIdentifierCache());
    }

    private JdbcSequencedDeadLetterQueue<EventMessage<?>> queue(Configuration axon) {
        return JdbcSequencedDeadLetterQueue.builder()
                .processingGroup(processor)
                .maxSequences(NO_LIMIT)
                .maxSequenceSize(NO_LIMIT)
                .connectionProvider(transactions)
                .transactionManager(transactions)
                .schema(DeadLetterTable.schema())
                .statementFactory(new ClaimsOneStream(axon.serializer(), axon.eventSerializer()))
                .genericSerializer(axon.serializer())
                .eventSerializer(axon.eventSerializer())
                .build();
    }
}
