@NullMarked
package io.consentry.eventstore;

import org.jspecify.annotations.NullMarked;
