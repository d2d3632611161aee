package io.consentry.eventstore;

import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;

/** Lets one processor put aside what cannot be applied, in the transaction of its position. */
record PuttingAside(String processor, LocalTransactions transactions) {

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
                .connectionProvider(transactions)
                .transactionManager(transactions)
                .schema(DeadLetterTable.schema())
                .genericSerializer(axon.serializer())
                .eventSerializer(axon.eventSerializer())
                .build();
    }
}
