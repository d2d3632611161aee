/** How many threads wait for connections and answer requests. */
@NullMarked
package io.consentry.web.eventloops;

import org.jspecify.annotations.NullMarked;
