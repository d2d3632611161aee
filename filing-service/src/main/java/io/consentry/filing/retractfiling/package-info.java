/** Retracting: a person at the practice takes back a filing that the clinical system and the sender have heard of. */
@NullMarked
package io.consentry.filing.retractfiling;

import org.jspecify.annotations.NullMarked;
