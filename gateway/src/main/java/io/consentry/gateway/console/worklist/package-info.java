/** The practice's worklist: what waits for a person, and filing it with one click. */
@NullMarked
package io.consentry.gateway.console.worklist;

import org.jspecify.annotations.NullMarked;
