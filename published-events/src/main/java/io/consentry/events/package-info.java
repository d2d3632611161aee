/** The events services may know of each other: sealed lists of records of primitives, without patient data. */
@NullMarked
package io.consentry.events;

import org.jspecify.annotations.NullMarked;
