/** Reactive database work in the name of one organisation, which a client that goes away cannot leak. */
@NullMarked
package io.consentry.database;

import org.jspecify.annotations.NullMarked;
