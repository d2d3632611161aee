/** Keeps one organisation from using up what all share. */
@NullMarked
package io.consentry.gateway.limitcallers;

import org.jspecify.annotations.NullMarked;
