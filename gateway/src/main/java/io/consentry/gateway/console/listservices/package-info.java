/** The services of the catalogue, for people to choose from. */
@NullMarked
package io.consentry.gateway.console.listservices;

import org.jspecify.annotations.NullMarked;
