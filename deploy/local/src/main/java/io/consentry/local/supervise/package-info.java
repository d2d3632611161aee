/**
 * The process that owns a running suite: it starts the parts, writes down what runs, stops all of it in order, and at
 * its next start ends what a killed predecessor left behind.
 */
@NullMarked
package io.consentry.local.supervise;

import org.jspecify.annotations.NullMarked;
