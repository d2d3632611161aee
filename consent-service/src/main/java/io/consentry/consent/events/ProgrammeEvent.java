package io.consentry.consent.events;

/**
 * What was announced and what became of it for all practices together: these events, in order, are one stream.
 *
 * <p>None of them moves a switch.
 */
public sealed interface ProgrammeEvent extends ConsentEvent permits NoticeIssued, ServiceAdded, RulesChanged {}
