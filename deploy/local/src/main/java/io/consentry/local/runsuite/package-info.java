/** Runs the suite: PostgreSQL first, the services beside each other, and all of them down again in the right order. */
@NullMarked
package io.consentry.local.runsuite;

import org.jspecify.annotations.NullMarked;
