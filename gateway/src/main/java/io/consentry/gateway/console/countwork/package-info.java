/** How much work messages make at a practice: what arrived, what became of it, how long it took. */
@NullMarked
package io.consentry.gateway.console.countwork;

import org.jspecify.annotations.NullMarked;
