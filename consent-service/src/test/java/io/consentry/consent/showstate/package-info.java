@NullMarked
package io.consentry.consent.showstate;

import org.jspecify.annotations.NullMarked;
