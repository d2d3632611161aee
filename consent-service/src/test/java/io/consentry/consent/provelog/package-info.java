@NullMarked
package io.consentry.consent.provelog;

import org.jspecify.annotations.NullMarked;
