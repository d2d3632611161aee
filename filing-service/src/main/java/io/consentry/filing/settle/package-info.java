/** A practice's own settings of how its worklist works: moved by its data controller, every change an event. */
@NullMarked
package io.consentry.filing.settle;

import org.jspecify.annotations.NullMarked;
