package io.consentry.consent.events;

/** Somebody outside asked for something, and what was answered: these events, in order, are the stream of one request. */
public sealed interface RequestEvent extends ConsentEvent permits RequestReceived, RequestAnswered {

    /** Id of the request. */
    String request();
}
