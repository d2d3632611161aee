@NullMarked
package io.consentry.consent.events;

import org.jspecify.annotations.NullMarked;
