package io.consentry.eventstore;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.sql.Connection;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/** Hands the transaction's connection to every handler method that has a parameter for one. */
final class ConnectionOfTheTransaction implements ParameterResolverFactory, ParameterResolver<Connection> {

    private final LocalTransactions transactions;

    ConnectionOfTheTransaction(LocalTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable handler, Parameter[] parameters, int index) {
        return parameters[index].getType() == Connection.class ? this : null;
    }

    @Override
    public Connection resolveParameterValue(Message<?> message) {
        return transactions.current();
    }

    @Override
    public boolean matches(Message<?> message) {
        return true;
    }
}
