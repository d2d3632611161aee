package io.consentry.consent.events;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Who did it, without a name: the name lies in a row that can be erased.
 *
 * @param id the token's subject
 * @param role the role that counted
 * @param ods ODS code of the organisation the token acted for; empty where it named none
 */
@RegisterForReflection
public record Actor(String id, String role, String ods) {}
