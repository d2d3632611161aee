/** The history of all practices' switches as an auditor looks at it: as at any moment, over time, and one by one. */
@NullMarked
package io.consentry.gateway.console.replayhistory;

import org.jspecify.annotations.NullMarked;
