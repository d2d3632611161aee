/** Holds every answer that a test gets from a service against the one document of the public API. */
@NullMarked
package io.consentry.testing.document;

import org.jspecify.annotations.NullMarked;
