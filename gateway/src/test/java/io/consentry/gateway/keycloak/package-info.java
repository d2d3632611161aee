/** The suite with a real identity provider: sign-in, roles, organisations, rotated keys. Run with {@code -Pkeycloak}. */
@NullMarked
package io.consentry.gateway.keycloak;

import org.jspecify.annotations.NullMarked;
